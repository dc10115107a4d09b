package io.amanat.chain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.evm.Receipt;
import io.amanat.chain.provider.ProviderScene.Due;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;
import tools.jackson.databind.json.JsonMapper;

/** Payments through Request Network's own contract, deployed to a real node. */
class RequestNetworkTest {
    private static final EvmAddress FEE_ADDRESS = new EvmAddress("0x00000000000000000000000000000000000000fe");
    private static final EvmAddress STRANGER = new EvmAddress("0x00000000000000000000000000000000000000ff");
    private static final long PRICE = 10_000_000;

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ProviderScene SCENE = new ProviderScene(DATABASE);
    private static EvmAddress proxy = deploy();
    private static EvmAddress twin = deploy();

    private final PayInFindings findings =
            new PayInFindings(new FeeProxy(SCENE.rpc, proxy, FEE_ADDRESS), ProviderScene.CHAIN, SCENE.jdbc);

    @BeforeAll
    static void approve() {
        for (EvmAddress spender : List.of(proxy, twin)) {
            String data = FunctionEncoder.encode(new Function(
                    "approve",
                    List.of(new Address(spender.value()), new Uint256(BigInteger.valueOf(PRICE * 100))),
                    List.of()));
            SCENE.chain.buyer().send(SCENE.chain.usdc(), data);
        }
        SCENE.chain.mine(1);
    }

    @AfterAll
    static void drop() {
        SCENE.rpc.close();
        DATABASE.close();
    }

    @BeforeEach
    void forget() {
        SCENE.watcher.round();
        SCENE.sent.forget();
    }

    @Test
    void thePaymentReferenceIsTheOneThatRequestComputes() {
        assertThat(RequestReference.calculate("01847474747474", "8d03ea7", "0x000001"))
                .isEqualTo("a0098add01acc736");
        assertThat(RequestReference.calculate("01847474747474", "8D03EA7", "0X000001"))
                .isEqualTo("a0098add01acc736");
        Due due = SCENE.due();
        assertThat(due.reference()).isEqualTo(due.reference());
        assertThat(due.reference().value()).matches("[0-9a-f]{16}");
        assertThat(due.reference().value()).isNotEqualTo(SCENE.due().reference().value());
    }

    @Test
    void theEventsTopicIsTheHashOfItsSignature() {
        assertThat(FeeProxyEvent.TOPIC)
                .isEqualTo(
                        Hash.sha3String("TransferWithReferenceAndFee(address,address,uint256,bytes,uint256,address)"));
    }

    @Test
    void givenTheFeeBesideThePrice_whenPaidThroughTheProxy_thenThePriceIsCreditedAndTheFeeIsNotOurs() {
        Due due = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        pays(proxy, due, PRICE, due.reference(), 25_000, FEE_ADDRESS);
        assertThat(credited(due)).containsExactly(PRICE);
        assertThat(found(due)).containsExactly("referenced 25000 " + FEE_ADDRESS);
    }

    @Test
    void givenNoFee_whenPaidThroughTheProxy_thenItIsReferenced() {
        Due due = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        pays(proxy, due, PRICE, due.reference(), 0, new EvmAddress("0x" + "0".repeat(40)));
        assertThat(credited(due)).containsExactly(PRICE);
        assertThat(found(due)).containsExactly("referenced 0 0x" + "0".repeat(40));
    }

    @Test
    void givenAFeeTakenFromTheAmount_thenOnlyWhatArrivedIsCredited() {
        Due due = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        pays(proxy, due, PRICE - 25_000, due.reference(), 25_000, FEE_ADDRESS);
        assertThat(credited(due)).containsExactly(PRICE - 25_000);
        assertThat(found(due)).containsExactly("referenced 25000 " + FEE_ADDRESS);
    }

    @Test
    void givenAFeeToAStranger_thenItIsNotedAndWhatArrivedIsCredited() {
        Due due = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        pays(proxy, due, PRICE, due.reference(), 25_000, STRANGER);
        assertThat(credited(due)).containsExactly(PRICE);
        assertThat(found(due)).containsExactly("other_fee_address 25000 " + STRANGER);
    }

    @Test
    void givenTheSameEventFromAnotherContract_thenItCountsForNothing() {
        Due due = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        pays(twin, due, PRICE, due.reference(), 0, FEE_ADDRESS);
        assertThat(found(due)).containsExactly("unreferenced 0 -");
        assertThat(credited(due)).as("the tokens did arrive").containsExactly(PRICE);
    }

    @Test
    void givenTheReferenceWithMoneyForSomebodyElse_orAWorthlessToken_thenNothingIsCredited() {
        Due due = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        send(proxy, SCENE.chain.usdc(), STRANGER, PRICE, due.reference(), 0, FEE_ADDRESS);
        send(proxy, SCENE.chain.usdc(), due.address(), 0, due.reference(), 0, FEE_ADDRESS);
        SCENE.confirmed();
        findings.round();
        assertThat(credited(due)).isEmpty();
        assertThat(found(due)).isEmpty();
    }

    @Test
    void givenTheReferenceOfAnotherPayment_thenTheOneWhoseAddressItIsGetsIt() {
        Due due = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        Due other = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        pays(proxy, due, PRICE, other.reference(), 0, FEE_ADDRESS);
        assertThat(credited(due)).containsExactly(PRICE);
        assertThat(credited(other)).isEmpty();
        assertThat(found(due)).containsExactly("other_reference 0 -");
    }

    @Test
    void givenAPlainTransferOrAnotherProvider_thenItIsCreditedAllTheSame() {
        Due due = SCENE.due(PaymentProvider.REQUEST_NETWORK);
        SCENE.chain.pay(SCENE.chain.usdc(), due.address(), BigInteger.valueOf(PRICE));
        Due plain = SCENE.due(PaymentProvider.AMN_SCANNER);
        pays(proxy, plain, PRICE, plain.reference(), 0, FEE_ADDRESS);
        assertThat(credited(due)).containsExactly(PRICE);
        assertThat(credited(plain)).containsExactly(PRICE);
        assertThat(found(due)).containsExactly("unreferenced 0 -");
        assertThat(found(plain)).isEmpty();
    }

    private void pays(
            EvmAddress through, Due due, long amount, RequestReference reference, long fee, EvmAddress feeTo) {
        Receipt receipt = send(through, SCENE.chain.usdc(), due.address(), amount, reference, fee, feeTo);
        assertThat(receipt.succeeded()).isTrue();
        SCENE.confirmed();
        findings.round();
        findings.round();
    }

    private static Receipt send(
            EvmAddress through,
            EvmAddress token,
            EvmAddress to,
            long amount,
            RequestReference reference,
            long fee,
            EvmAddress feeTo) {
        String data = FunctionEncoder.encode(new Function(
                "transferFromWithReferenceAndFee",
                List.of(
                        new Address(token.value()),
                        new Address(to.value()),
                        new Uint256(BigInteger.valueOf(amount)),
                        new DynamicBytes(Numeric.hexStringToByteArray(reference.value())),
                        new Uint256(BigInteger.valueOf(fee)),
                        new Address(feeTo.value())),
                List.of()));
        String hash = SCENE.chain.buyer().send(through, data);
        SCENE.chain.mine(1);
        return SCENE.chain.client().receipt(hash).orElseThrow();
    }

    /** What the watcher told the payment of and confirmed, in the token's smallest unit. */
    private static List<Long> credited(Due due) {
        List<ConfirmTransfer> confirmed = SCENE.sent.all(ConfirmTransfer.class);
        return SCENE.sent.all(ObserveTransfer.class).stream()
                .filter(seen -> seen.paymentId().equals(due.payment()))
                .filter(seen -> confirmed.stream()
                        .anyMatch(one -> one.key().equals(seen.transfer().key())))
                .map(seen -> seen.transfer().amount().units().longValueExact())
                .toList();
    }

    private static List<String> found(Due due) {
        return SCENE.jdbc
                .sql("select finding || ' ' || fee_units || ' ' || coalesce(fee_address, '-') from provider_payins"
                        + " where payment_id = ?")
                .param(due.payment().value())
                .query(String.class)
                .list();
    }

    private static EvmAddress deploy() {
        try (InputStream artifact =
                RequestNetworkTest.class.getResourceAsStream("/io/amanat/chain/tokens/ERC20FeeProxy.json")) {
            String bytecode =
                    JsonMapper.shared().readTree(artifact).get("bytecode").asString();
            String hash = SCENE.chain.buyer().send(null, bytecode);
            SCENE.chain.mine(1);
            return SCENE.chain
                    .client()
                    .receipt(hash)
                    .orElseThrow()
                    .contractAddress()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
