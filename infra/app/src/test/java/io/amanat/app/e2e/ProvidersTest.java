package io.amanat.app.e2e;

import static io.amanat.app.e2e.Trades.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import io.amanat.chain.local.LocalTokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Payments through others than our own watcher, over HTTP. */
class ProvidersTest {
    static final String SHKEEPER_KEY = "shkeeper-key-of-the-tests";

    private static final Map<String, String> REASON = Map.of("reason", "Seen at the bank.");

    private final RunningPlatform platform = SharedPlatform.get();
    private final Http http = new Http(platform.api());
    private final Trades trades = new Trades(platform);

    @Test
    void whatAnAdminConfirmsAndAGuardApproves_isHeldAndBooked_andNothingLessIs() {
        Trade trade = accepted("other", "30.00");
        String words = "/payments/" + trade.paymentId() + "/off-chain-confirmations";
        Map<String, String> word = Map.of("amount", "30.00", "evidence", "Bank reference 4711.");

        assertThat(http.post(http.token("guard"), words, word).code()).isEqualTo("role-not-allowed");
        assertThat(http.post(http.token("admin"), words, Map.of("amount", "29", "evidence", "x"))
                        .code())
                .isEqualTo("a-word-is-about-exactly-what-is-missing");
        assertThat(http.post(http.token("admin"), words, Map.of("amount", "30e0", "evidence", "x"))
                        .status())
                .isEqualTo(400);
        Answer said = http.post(http.token("admin"), words, word);
        assertThat(said.status()).as("%s", said).isEqualTo(202);
        String decision = words + "/" + said.body().path("id").asString();
        await().until(() ->
                "confirmed".equals(offChain("guard", trade).path("status").asString("")));
        assertThat(offChain("guard", trade).path("evidence").asString()).isEqualTo("Bank reference 4711.");
        assertThat(offChain("buyer", trade).path("evidence").isMissingNode()
                        || offChain("buyer", trade).path("evidence").isNull())
                .isTrue();
        assertThat(ledger(trade)).as("one word is no money").isEmpty();

        assertThat(http.post(http.token("admin"), decision + "/approval", REASON)
                        .code())
                .isEqualTo("role-not-allowed");
        assertThat(http.post(http.token("guard"), decision + "/approval", REASON)
                        .status())
                .isEqualTo(202);

        trades.awaitEscrow(trade, "funded");
        trades.awaitRequest(trade, "payment_confirmed");
        assertThat(ledger(trade))
                .containsExactly("payment_detected external>clearing 30000000", "hold clearing>escrow 30000000");
        assertThat(http.get(http.token("buyer"), "/purchase-requests/" + trade.requestId() + "/timeline")
                        .body()
                        .toString())
                .contains("30.00 USDC was paid outside of the chain")
                .doesNotContain("4711");

        Trade onChain = trades.accepted("20.00");
        assertThat(http.post(
                                http.token("admin"),
                                "/payments/" + onChain.paymentId() + "/off-chain-confirmations",
                                Map.of("amount", "20.00", "evidence", "x"))
                        .code())
                .isEqualTo("only-other-payments-are-vouched-for");
    }

    @Test
    void aWebhook_isTakenByItsSignatureAlone_andMovesNothing() {
        Trade trade = accepted("shkeeper", "40.00");
        String body = "{\"addr\":\""
                + payment("buyer", trade).path("destination").path("address").asString() + "\",\"paid\":true,"
                + "\"status\":\"PAID\",\"transactions\":[{\"txid\":\"0x" + "5".repeat(64) + "\"}]}";
        String now = Long.toString(Instant.now().getEpochSecond());

        assertThat(webhook("shkeeper", body, Map.of()).code()).isEqualTo("webhooks-are-signed");
        assertThat(webhook("shkeeper", body + " ", signed(now, body)).code()).isEqualTo("webhooks-are-signed");
        assertThat(webhook("shkeeper", body, signed("1000000000", body)).code()).isEqualTo("webhooks-are-fresh");
        assertThat(webhook("request.network", body, signed(now, body)).status()).isEqualTo(404);
        assertThat(webhook("shkeeper", body, signed(now, body)).status()).isEqualTo(202);
        assertThat(webhook("shkeeper", body, signed(now, body)).status()).isEqualTo(202);

        assertThat(platform.jdbc()
                        .sql("select outcome || ' ' || times from provider_deliveries where payment_id = ?::uuid")
                        .param(trade.paymentId())
                        .query(String.class)
                        .list())
                .containsExactly("not_on_chain 2");
        assertThat(ledger(trade)).isEmpty();
        trades.pay(trade, "40.00");
        trades.awaitEscrow(trade, "funded");
    }

    @Test
    void aProviderThatIsNotSetUp_isNotOffered() {
        String request = trades.asked();
        String offer = trades.offered(request, "10.00");
        assertThat(accept(request, offer, "request.network").code()).isEqualTo("providers-are-offered");
    }

    private Trade accepted(String provider, String amount) {
        String request = trades.asked();
        String offer = trades.offered(request, amount);
        Answer answer = accept(request, offer, provider);
        Trade trade = new Trade(request, offer, answer.body().path("paymentId").asString());
        await().until(() ->
                http.get(http.token("buyer"), "/payments/" + trade.paymentId()).status() == 200);
        assertThat(payment("buyer", trade).path("provider").asString()).isEqualTo(provider);
        return trade;
    }

    private Answer accept(String request, String offer, String provider) {
        ObjectNode body = Bodies.acceptance(LocalTokens.USDC.value()).put("provider", provider);
        return http.post(
                http.token("buyer"), "/purchase-requests/" + request + "/offers/" + offer + "/acceptance", body);
    }

    private Answer webhook(String provider, String body, Map<String, String> headers) {
        return http.send("POST", "/provider-webhooks/" + provider, null, body, headers);
    }

    private static Map<String, String> signed(String seconds, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SHKEEPER_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return Map.of(
                    "X-Shkeeper-Timestamp",
                    seconds,
                    "X-Shkeeper-Signature",
                    HexFormat.of().formatHex(signature));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode offChain(String who, Trade trade) {
        return payment(who, trade).path("offChain");
    }

    private JsonNode payment(String who, Trade trade) {
        return http.get(http.token(who), "/payments/" + trade.paymentId()).body();
    }

    private List<String> ledger(Trade trade) {
        return platform.jdbc()
                .sql("select entry_type || ' ' || debit_account || '>' || credit_account || ' ' || amount_units"
                        + " from funds_ledger_entries where payment_id = ?::uuid order by position, ordinal")
                .param(trade.paymentId())
                .query(String.class)
                .list();
    }
}
