package io.amanat.app.e2e;

import static io.amanat.app.e2e.Trades.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.local.DevAccounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whose money is taken, from the chain to the books, as those see it whom it concerns. */
class ScreeningTest {
    private static final String NOBODY = "0x00000000000000000000000000000000000000b1 blocked\n";
    private static final Map<String, String> REASON = Map.of("reason", "For the test.");

    private RunningPlatform platform;
    private Http http;
    private Trades trades;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Path list = Files.writeString(folder.resolve("list.txt"), NOBODY);
        platform = new RunningPlatform(
                folder, "--amanat.screening.address-list=" + list, "--amanat.screening.amount-max.USDC=50");
        platform.start();
        http = new Http(platform.api());
        trades = new Trades(platform);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void moneyPassesOrWaitsOrIsSetAside_andEveryVerdictComesOutTheSameAgain() {
        passes();
        theThreshold_isAnAdminsToSet_andHoldsForWhatIsInFlight();
        aboveTheLimit_waitsForAGuard();
        whileTheListIsDown_waitsForAGuard();
        aboveTheLimit_isRejectedByAGuard();
        fromAListedSender_isSetAside();
        aListThatCannotBeRead_isRefusedWithItsLines();
        everyVerdictStands();
    }

    private void passes() {
        Trade trade = trades.funded("20.00");
        JsonNode screening = screening(trade, "passed");
        assertThat(screening.path("findings")).isEmpty();
        assertThat(screening.path("listVersion").asString()).matches(".*Z/[0-9a-f]{64}");
    }

    private void theThreshold_isAnAdminsToSet_andHoldsForWhatIsInFlight() {
        String key = "/config-settings/confirmation_threshold:31337";
        assertThat(set("guard", key, 250, "").status()).isEqualTo(403);
        assertThat(set("admin", key, 257, "").code()).isEqualTo("a-confirmation-threshold-is-within-bounds");
        assertThat(set("admin", key, 250, "").status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(http.get(http.token("buyer"), "/assets")
                        .body()
                        .path("items")
                        .path(0)
                        .path("confirmationsRequired")
                        .asInt())
                .isEqualTo(250));
        Trade trade = trades.accepted("10.00");
        trades.pay(trade, "10.00");
        await().untilAsserted(() ->
                assertThat(payment(trade).path("status").asString()).isEqualTo("processing"));
        try (EvmClient chain = new EvmClient(platform.rpc().toString(), Duration.ofSeconds(10))) {
            long seen = chain.headNumber();
            await().until(() -> chain.headNumber() > seen + 5);
        }
        assertThat(payment(trade).path("status").asString()).isEqualTo("processing");

        assertThat(set("admin", key, 1, "\"0\"").code()).isEqualTo("stale-version");
        assertThat(set("admin", key, 3, "\"1\"").status()).isEqualTo(202);
        trades.awaitEscrow(trade, "funded");
        assertThat(http.get(http.token("admin"), key + "/history").body().path("items"))
                .extracting(change -> change.path("newValue").asInt())
                .containsExactly(3, 250, 3);
        assertThat(http.get(http.token("guard"), key).status()).isEqualTo(403);
    }

    private Answer set(String who, String path, int value, String version) {
        return http.send(
                "PUT",
                path,
                http.token(who),
                "{\"value\":" + value + ",\"reason\":\"For the test.\"}",
                version.isEmpty() ? Map.of() : Map.of("If-Match", version));
    }

    private void aboveTheLimit_waitsForAGuard() {
        Trade trade = trades.accepted("60.00");
        trades.pay(trade, "60.00");
        JsonNode held = screening(trade, "held");
        assertThat(held.path("findings").path(0).asString()).isEqualTo("amount_above_limit");
        assertThat(payment(trade).path("status").asString()).isEqualTo("processing");
        assertThat(payment(trade).path("heldForSafetyCheck").asBoolean()).isTrue();
        assertThat(timeline(trade)).contains("60.00 USDC is confirmed and held until it has passed a safety check");
        String path = "/transfer-screenings/" + held.path("id").asString() + "/clearance";
        assertThat(http.post(http.token("buyer"), path, REASON).status()).isEqualTo(403);

        assertThat(http.post(http.token("guard"), path, REASON).status()).isEqualTo(202);

        trades.awaitEscrow(trade, "funded");
        assertThat(payment(trade).path("heldForSafetyCheck").asBoolean()).isFalse();
        assertThat(screening(trade, "cleared").path("decisionReason").asString())
                .isEqualTo("For the test.");
        assertThat(http.post(http.token("guard"), path, REASON).code()).isEqualTo("only-held-transfers-are-decided");
    }

    private void whileTheListIsDown_waitsForAGuard() {
        platform.ownerJdbc()
                .sql("revoke select on address_list_entries from amanat_app")
                .update();
        Trade trade = trades.accepted("10.00");
        trades.pay(trade, "10.00");
        JsonNode held = screening(trade, "held");
        assertThat(held.path("findings").path(0).asString()).isEqualTo("source_unanswered");
        assertThat(held.path("inputs").path("unanswered").asString()).isEqualTo("address-list");

        http.post(http.token("guard"), "/transfer-screenings/" + held.path("id").asString() + "/clearance", REASON);

        trades.awaitEscrow(trade, "funded");
        Trade another = trades.accepted("11.00");
        trades.pay(another, "11.00");
        screening(another, "held");
        platform.ownerJdbc()
                .sql("grant select on address_list_entries to amanat_app")
                .update();
        trades.awaitEscrow(another, "funded");
        screening(another, "passed");
    }

    private void aboveTheLimit_isRejectedByAGuard() {
        Trade trade = trades.accepted("70.00");
        trades.pay(trade, "70.00");
        String id = screening(trade, "held").path("id").asString();

        assertThat(http.post(http.token("guard"), "/transfer-screenings/" + id + "/rejection", REASON)
                        .status())
                .isEqualTo(202);

        isSetAside(trade, "70.00");
    }

    private void fromAListedSender_isSetAside() {
        String list = NOBODY + DevAccounts.BUYER.address() + " sanctioned\n";
        Answer taken = http.post(http.token("admin"), "/address-lists", Map.of("list", list));
        assertThat(taken.status()).as("%s", taken).isEqualTo(200);
        assertThat(taken.body().path("entries").asInt()).isEqualTo(2);

        Trade trade = trades.accepted("30.00");
        trades.pay(trade, "30.00");

        JsonNode rejected = screening(trade, "rejected");
        assertThat(rejected.path("findings").path(0).asString()).isEqualTo("sender_sanctioned");
        assertThat(rejected.path("listVersion")).isEqualTo(taken.body().path("version"));
        isSetAside(trade, "30.00");
        assertThat(timeline(trade)).doesNotContain("sanction").contains("has not passed the safety check");
    }

    private void aListThatCannotBeRead_isRefusedWithItsLines() {
        Answer refused = http.post(http.token("admin"), "/address-lists", Map.of("list", NOBODY + "nobody\n"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("an-address-list-is-well-formed");
        assertThat(refused.body().path("detail").asString()).contains("line 2: ");
    }

    private void everyVerdictStands() {
        JsonNode all =
                http.get(http.token("guard"), "/transfer-screenings").body().path("items");
        assertThat(all).hasSize(7);
        all.forEach(screening -> {
            String path = "/transfer-screenings/" + screening.path("id").asString() + "/re-evaluation";
            Answer again = http.get(http.token("guard"), path);
            assertThat(again.body().path("same").asBoolean()).as("%s", again).isTrue();
        });
    }

    /** A liability to the payer; nothing is held, and the seller waits as before. */
    private void isSetAside(Trade trade, String amount) {
        await().until(() -> unallocated(trade).equals(amount));
        assertThat(payment(trade).path("escrowState").asString("")).isEmpty();
        assertThat(payment(trade).path("held").path("amount").asString()).isEqualTo("0.00");
        assertThat(http.get(http.token("buyer"), "/purchase-requests/" + trade.requestId())
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("payment_pending");
    }

    private String unallocated(Trade trade) {
        for (JsonNode balance : http.get(http.token("guard"), "/payments/" + trade.paymentId() + "/ledger")
                .body()
                .path("balances")) {
            if (balance.path("account").asString().equals("unallocated")) {
                return balance.path("amount").asString();
            }
        }
        return "";
    }

    private JsonNode screening(Trade trade, String status) {
        String path = "/transfer-screenings?paymentId=" + trade.paymentId() + "&status=" + status;
        await().until(() ->
                !http.get(http.token("guard"), path).body().path("items").isEmpty());
        return http.get(http.token("guard"), path).body().path("items").path(0);
    }

    private JsonNode payment(Trade trade) {
        return http.get(http.token("buyer"), "/payments/" + trade.paymentId()).body();
    }

    private String timeline(Trade trade) {
        return http.get(http.token("buyer"), "/purchase-requests/" + trade.requestId() + "/timeline")
                .body()
                .toString();
    }
}
