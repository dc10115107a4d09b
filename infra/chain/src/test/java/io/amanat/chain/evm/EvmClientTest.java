package io.amanat.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amanat.chain.hd.DepositAddresses;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.testing.TestChain;
import io.amanat.chain.testing.TestTools;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvmClientTest {

    private static final DepositAddresses ADDRESSES = new DepositAddresses(DevAccounts.DEPOSIT_XPUB);
    private static final BigInteger AMOUNT = new BigInteger("125500000");

    private final TestChain chain = TestChain.shared();
    private final EvmClient client = chain.client();

    @Test
    void knowsChainAndTokens() {
        assertThat(client.chainId()).isEqualTo(31337);
        assertThat(client.clientVersion()).startsWith("anvil/");
        assertThat(client.tokenSymbol(chain.usdc())).isEqualTo("USDC");
        assertThat(client.tokenSymbol(chain.usdt())).isEqualTo("USDT");
        assertThat(client.tokenDecimals(chain.usdc())).isEqualTo(6);
        assertThat(client.tokenDecimals(chain.usdt())).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USDC", "USDT"})
    void seesATransferToADepositAddressInLogsBlockAndReceipt(String symbol) {
        EvmAddress token = symbol.equals("USDC") ? chain.usdc() : chain.usdt();
        EvmAddress deposit = ADDRESSES.at(symbol.hashCode() & 0xffff);
        BigInteger before = client.tokenBalance(token, deposit);

        Receipt receipt = chain.pay(token, deposit, AMOUNT);

        assertThat(receipt.transferred(token, DevAccounts.BUYER.address(), deposit, AMOUNT))
                .isTrue();
        assertThat(receipt.feeWei()).isPositive();
        assertThat(client.tokenBalance(token, deposit)).isEqualTo(before.add(AMOUNT));
        List<TokenTransfer> inRange = client.transfers(
                receipt.blockNumber(), receipt.blockNumber(), List.of(chain.usdc(), chain.usdt()), List.of(deposit));
        assertThat(inRange).isEqualTo(receipt.transfers()).hasSize(1);
        assertThat(client.transfersInBlock(receipt.blockHash(), List.of(token), List.of()))
                .isEqualTo(inRange);
        assertThat(client.transfersInBlock(receipt.blockHash(), List.of(token), List.of(ADDRESSES.at(99))))
                .isEmpty();
    }

    @Test
    void followsBlocksByNumberAndHash() {
        chain.mine(2);
        Block head = client.head();
        Block parent = client.blockByNumber(head.number() - 1).orElseThrow();

        assertThat(head.parentHash()).isEqualTo(parent.hash());
        assertThat(client.blockByHash(parent.hash())).contains(parent);
        assertThat(client.blockByNumber(head.number() + 1_000)).isEmpty();
        assertThat(client.blockByHash("0x" + "1".repeat(64))).isEmpty();
        assertThat(client.headNumber()).isEqualTo(head.number());
    }

    @Test
    void forgetsWhatAReorgDropped() {
        Receipt receipt = chain.pay(chain.usdc(), ADDRESSES.at(7), AMOUNT);
        assertThat(client.receipt(receipt.transactionHash())).contains(receipt);

        chain.anvil().reorg(1);

        assertThat(client.receipt(receipt.transactionHash())).isEmpty();
        assertThat(client.blockByNumber(receipt.blockNumber()).orElseThrow().hash())
                .isNotEqualTo(receipt.blockHash());
    }

    @Test
    void tellsARevertedTransactionFromASuccessfulOne() {
        String hash = chain.seller().transfer(chain.usdt(), ADDRESSES.at(8), BigInteger.TEN.pow(30));
        chain.mine(1);

        Receipt receipt = client.receipt(hash).orElseThrow();

        assertThat(receipt.succeeded()).isFalse();
        assertThat(receipt.transfers()).isEmpty();
    }

    @Test
    void passesOnWhyACallWouldBeReverted() {
        String tooMuch = Erc20.transfer(ADDRESSES.at(8), BigInteger.TEN.pow(30));

        assertThatExceptionOfType(NodeRefused.class)
                .isThrownBy(() -> client.estimateGas(DevAccounts.SELLER.address(), chain.usdt(), tooMuch))
                .withMessageContaining("insufficient balance");
    }

    @Test
    void boundsWhatOneQuestionAsksFor() {
        List<EvmAddress> tokens = List.of(chain.usdc());

        assertThatIllegalArgumentException().isThrownBy(() -> client.transfers(0, 1_000, tokens, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> client.transfers(5, 4, tokens, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> client.transfers(0, 1, List.of(), List.of()));
    }

    @Test
    void refusesAnAddressWithoutAToken() {
        assertThatExceptionOfType(NodeRefused.class)
                .isThrownBy(() -> client.tokenBalance(ADDRESSES.at(3), ADDRESSES.at(4)));
    }

    @Test
    void saysThatNobodyAnswersWithoutShowingTheEndpoint() throws IOException {
        String url = "http://127.0.0.1:" + TestTools.freePort() + "/v3/secret-key";
        try (EvmClient nobody = new EvmClient(url, Duration.ofSeconds(2))) {
            assertThatExceptionOfType(NodeUnavailable.class)
                    .isThrownBy(nobody::chainId)
                    .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret-key"));
        }
    }
}
