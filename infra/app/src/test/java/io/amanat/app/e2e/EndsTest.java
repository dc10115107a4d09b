package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import io.amanat.chain.local.LocalTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The ends of what went wrong, as staff meet them over HTTP. */
class EndsTest {
    private static final Map<String, String> REASON = Map.of("reason", "Looked at it.");
    private static final String PARKED = "/parked-custody-steps";

    private final RunningPlatform platform = SharedPlatform.get();
    private final Http http = new Http(platform.api());
    private final Trades trades = new Trades(platform);

    @Test
    void aStepThatWasRefused_isShownAndSentAgainByAGuard_andNothingIsBookedTwice() {
        Trade trade = paidOut();
        JsonNode transfer = http.get(http.token("guard"), "/custody-transfers?paymentId=" + trade.paymentId())
                .body()
                .path("items")
                .path(0);
        List<String> ledger = ledger(trade);

        UUID known = park(
                trade, transfer.path("id").asString(), transfer.path("txHash").asString());
        UUID unknown = park(trade, UUID.randomUUID().toString(), "0x" + "5".repeat(64));
        assertThat(waiting("admin", known).path("rule").asString()).isEqualTo("by-a-test");

        refused(http.post(http.token("admin"), PARKED + "/" + known + "/retry", REASON), 403, "role-not-allowed");
        assertThat(http.post(http.token("guard"), PARKED + "/" + known + "/retry", REASON)
                        .status())
                .isEqualTo(202);
        assertThat(waiting("guard", known).isMissingNode()).isTrue();
        refused(http.post(http.token("guard"), PARKED + "/" + known + "/retry", REASON), 404, "no-such-parked-step");

        refused(
                http.post(http.token("guard"), PARKED + "/" + unknown + "/retry", REASON),
                409,
                "only-instructed-legs-settle");
        assertThat(waiting("guard", unknown).path("rule").asString()).isEqualTo("only-instructed-legs-settle");
        assertThat(waiting("guard", unknown).path("refusals").asInt()).isEqualTo(2);
        assertThat(ledger(trade)).isEqualTo(ledger);
        platform.jdbc()
                .sql("update parked_custody_steps set taken_at = now(), taken_by = id, taken_reason = 'x' where id = ?")
                .param(unknown)
                .update();
    }

    @Test
    void nothingIsWrittenOffThatIsNotLost_andNothingIsRedirectedThatDidNotFail() {
        Trade trade = paidOut();
        String losses = "/payments/" + trade.paymentId() + "/write-offs";
        Map<String, String> loss =
                Map.of("amount", "10.00", "contract", LocalTokens.USDC.value(), "reason", "It is gone.");
        refused(http.post(http.token("guard"), losses, loss), 403, "role-not-allowed");
        refused(http.post(http.token("admin"), losses, loss), 422, "a-write-off-is-exactly-what-is-exposed");
        refused(
                http.post(http.token("guard"), losses + "/" + UUID.randomUUID() + "/approval", REASON),
                404,
                "no-such-write-off");
        assertThat(http.get(http.token("admin"), "/ledger/write-offs").status()).isEqualTo(200);

        String redirection = "/custody-transfers/"
                + http.get(http.token("guard"), "/custody-transfers?paymentId=" + trade.paymentId())
                        .body()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString()
                + "/redirection";
        refused(
                http.post(http.token("guard"), redirection, to("0x" + "7".repeat(40))),
                403,
                "a-payout-address-is-confirmed-first");
        refused(
                http.post(http.token("guard"), redirection, to(Bodies.WALLET)),
                409,
                "only-failed-transfers-are-redirected");
    }

    /** Delivered, confirmed with the code, and final on the chain. */
    private Trade paidOut() {
        Trade trade = trades.delivered("10.00");
        String request = "/purchase-requests/" + trade.requestId();
        String code = http.post(http.token("buyer"), request + "/delivery-code", Map.of())
                .body()
                .path("code")
                .asString();
        http.post(http.token("buyer"), request + "/delivery-confirmation", Map.of("code", code));
        trades.awaitRequest(trade, "seller_paid");
        return trade;
    }

    private UUID park(Trade trade, String transfer, String txHash) {
        UUID id = UUID.nameUUIDFromBytes(("parked|book|" + transfer).getBytes(StandardCharsets.UTF_8));
        platform.jdbc()
                .sql("""
                    insert into parked_custody_steps (id, step, transfer_id, payment_id, request_id, kind, tx_hash, rule, sentence)
                    values (?, 'book', ?::uuid, ?::uuid, ?::uuid, 'release', ?, 'by-a-test', 'A test.')\
                    """)
                .params(id, transfer, trade.paymentId(), trade.requestId(), txHash)
                .update();
        return id;
    }

    private JsonNode waiting(String who, UUID id) {
        return http.get(http.token(who), PARKED)
                .body()
                .path("items")
                .valueStream()
                .filter(step -> step.path("id").asString().equals(id.toString()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private List<String> ledger(Trade trade) {
        return platform.jdbc()
                .sql("select id::text from funds_ledger_entries where payment_id = ?::uuid order by position, ordinal")
                .param(trade.paymentId())
                .query(String.class)
                .list();
    }

    private static Map<String, String> to(String address) {
        return Map.of("to", address, "reason", "The token refuses the other one.");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
