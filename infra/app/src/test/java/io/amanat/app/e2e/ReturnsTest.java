package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.local.AnvilRpc;
import io.amanat.chain.local.DevWallet;
import io.amanat.chain.local.LocalTokens;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.ReturnText;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** Money that was sent by mistake goes back to the one who sent it, over HTTP and on the chain. */
class ReturnsTest {
    private static final BigInteger FIVE = BigInteger.valueOf(5_000_000);
    private static final EvmAddress HOME = new EvmAddress(Bodies.WALLET);

    private static final EvmAddress STRANGE = new EvmAddress("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed");

    private final RunningPlatform platform = SharedPlatform.get();
    private final Http http = new Http(platform.api());
    private final Trades trades = new Trades(platform);
    private final EvmClient chain = new EvmClient(platform.rpc().toString(), Duration.ofSeconds(10));

    @Test
    void excessGoesBackToAnAddressThatItsSenderProves_whenAGuardApproves_andOnlyThen() {
        Credentials sender = wallet();
        Trade trade = trades.funded("20.00");
        Receipt sent = overpaid(trade, sender);
        TransferKey key = new TransferKey(
                31337, sent.transactionHash(), sent.transfers().getFirst().logIndex());
        PaymentId payment = PaymentId.of(trade.paymentId());
        BigInteger before = chain.tokenBalance(LocalTokens.USDC, HOME);

        refused(giveBack("guard", trade, key, HOME), 409, "a-return-needs-a-proven-address");
        refused(
                claim("buyer", trade, key, sent.transfers().getFirst().to(), null),
                422,
                "money-never-comes-back-to-us");
        refused(claim("seller", trade, key, HOME, null), 403, "role-not-allowed");
        refused(claim("guard", trade, key, HOME, null), 403, "only-the-buyer-claims-without-a-signature");
        refused(claim("buyer", trade, key, STRANGE, null), 403, "a-payout-address-is-confirmed-first");
        String otherAddress = sign(sender, ReturnText.of(payment, key, LocalTokens.USDT));
        refused(claim("buyer", trade, key, HOME, otherAddress), 403, "the-sender-signs-for-a-return");
        String otherWallet = sign(wallet(), ReturnText.of(payment, key, HOME));
        refused(claim("buyer", trade, key, HOME, otherWallet), 403, "the-sender-signs-for-a-return");
        refused(claim("buyer", trade, key, LocalTokens.USDC, null), 422, "money-never-comes-back-to-us");
        refused(
                claim("buyer", trade, new TransferKey(31337, "0x" + "1".repeat(64), 0), HOME, null),
                404,
                "nothing-is-set-aside-of-this-transfer");
        refused(claim("buyer", trade, key, HOME, "0x12"), 400, "validation-failed");

        String good = sign(sender, ReturnText.of(payment, key, HOME));
        assertThat(claim("guard", trade, key, HOME, good).status()).isEqualTo(202);
        refused(
                giveBack("guard", trade, key, new EvmAddress("0x" + "7".repeat(40))),
                409,
                "a-return-goes-where-the-guard-looked");
        refused(giveBack("buyer", trade, key, HOME), 403, "role-not-allowed");
        assertThat(giveBack("guard", trade, key, HOME).status()).isEqualTo(202);
        refused(giveBack("guard", trade, key, HOME), 409, "a-return-is-instructed-once");

        Trades.await().until(() -> ledger(trade).contains("refund unallocated>buyer 5000000"));
        assertThat(chain.tokenBalance(LocalTokens.USDC, HOME).subtract(before)).isEqualTo(FIVE);
        assertThat(platform.jdbc()
                        .sql("select kind || ' ' || status from custody_transfers where payment_id = ?::uuid")
                        .param(trade.paymentId())
                        .query(String.class)
                        .list())
                .containsExactly("stray_return final");
        assertThat(http.get(http.token("guard"), "/ledger/exposures")
                        .body()
                        .path("items")
                        .toString())
                .doesNotContain(trade.paymentId());
        assertThat(http.get(http.token("buyer"), "/purchase-requests/" + trade.requestId() + "/timeline")
                        .body()
                        .toString())
                .contains("went back to the one who paid it");
    }

    private Receipt overpaid(Trade trade, Credentials sender) {
        try (AnvilRpc anvil = new AnvilRpc(platform.rpc().toString(), Duration.ofSeconds(10))) {
            anvil.setBalanceWei(new EvmAddress(sender.getAddress()), BigInteger.TEN.pow(18));
        }
        String minted = LocalTokens.mint(chain, LocalTokens.USDC, new EvmAddress(sender.getAddress()), FIVE);
        Trades.await().until(() -> chain.receipt(minted).isPresent());
        String destination = http.get(http.token("buyer"), "/payments/" + trade.paymentId())
                .body()
                .path("destination")
                .path("address")
                .asString();
        String sent = new DevWallet(chain, new InMemorySigner(sender))
                .transfer(LocalTokens.USDC, new EvmAddress(destination), FIVE);
        Trades.await().until(() -> ledger(trade).contains("adjustment clearing>unallocated 5000000"));
        return chain.receipt(sent).orElseThrow();
    }

    private List<String> ledger(Trade trade) {
        return platform.jdbc()
                .sql("select entry_type || ' ' || debit_account || '>' || credit_account || ' ' || amount_units"
                        + " from funds_ledger_entries where payment_id = ?::uuid order by position, ordinal")
                .param(trade.paymentId())
                .query(String.class)
                .list();
    }

    private Answer claim(String who, Trade trade, TransferKey key, EvmAddress to, @Nullable String signature) {
        Map<String, Object> body = body(key);
        body.put("to", to.value());
        if (signature != null) {
            body.put("signature", signature);
        }
        return http.post(http.token(who), "/payments/" + trade.paymentId() + "/return-claims", body);
    }

    private Answer giveBack(String who, Trade trade, TransferKey key, EvmAddress to) {
        Map<String, Object> body = body(key);
        body.put("to", to.value());
        body.put("reason", "Sent by mistake.");
        return http.post(http.token(who), "/payments/" + trade.paymentId() + "/returns", body);
    }

    private static Map<String, Object> body(TransferKey key) {
        return new HashMap<>(Map.of("chainId", key.chainId(), "txHash", key.txHash(), "logIndex", key.logIndex()));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private static Credentials wallet() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Credentials.create(HexFormat.of().formatHex(key));
    }

    private static String sign(Credentials wallet, String text) {
        Sign.SignatureData data =
                Sign.signPrefixedMessage(text.getBytes(StandardCharsets.UTF_8), wallet.getEcKeyPair());
        return Numeric.toHexString(data.getR())
                + Numeric.toHexStringNoPrefix(data.getS())
                + Numeric.toHexStringNoPrefix(data.getV());
    }
}
