package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.app.e2e.Http.Answer;
import io.amanat.app.e2e.Trades.Trade;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditAndErasureTest {
    private final RunningPlatform platform = SharedPlatform.get();
    private final Http http = new Http(platform.api());
    private final Trades trades = new Trades(platform);

    @Test
    void apiKeyReadsTheAuditUntilItIsRevoked_andPersonalTextStandsThereSealed() {
        Trade trade = trades.funded("15.00");
        Answer issued = http.post(
                http.token("admin"), "/api-keys", Map.of("name", "Auditors", "scopes", List.of("audit:read")));
        assertThat(issued.status()).as("%s", issued).isEqualTo(201);
        String key =
                issued.body().path("key").asString(issued.body().path("secret").asString(""));
        assertThat(key).startsWith("amk_");

        Answer events = http.get(key, "/audit/trades/" + trade.requestId() + "/events");
        assertThat(events.status()).as("%s", events).isEqualTo(200);
        assertThat(events.body().path("items").findValuesAsString("type"))
                .contains(
                        "purchase-request.created.v1",
                        "payment.opened.v1",
                        "payment.funds-held.v1",
                        "escrow.funded.v1");
        assertThat(events.body().toString()).doesNotContain("A lamp").contains("pd1.");
        Answer state = http.get(key, "/audit/trades/" + trade.requestId() + "/state");
        assertThat(state.body().path("payment").path("escrowState").asString()).isEqualTo("funded");
        Answer export = http.get(key, "/audit/events.ndjson?correlationId=" + trade.requestId());
        assertThat(export.status()).isEqualTo(200);
        assertThat(http.get(key, "/payments").status()).isEqualTo(403);

        http.post(http.token("admin"), "/api-keys/" + issued.body().path("id").asString() + "/revocation", Map.of());
        assertThat(http.get(key, "/audit/events").status()).isEqualTo(401);
    }

    @Test
    void erasedPersonIsGoneAndTheTradeStays() {
        String buyer = http.newcomer("buyer");
        Trades.await().until(() -> http.get(buyer, "/users/me").status() == 200);
        String buyerId = http.get(buyer, "/users/me").body().path("id").asString();
        String request = http.post(buyer, "/purchase-requests", Bodies.request())
                .body()
                .path("id")
                .asString();
        Trades.await()
                .until(() -> http.get(buyer, "/purchase-requests/" + request).status() == 200);
        long events = events();

        Answer erased =
                http.post(http.token("admin"), "/users/" + buyerId + "/erasure", Map.of("reason", "Asked for it."));
        assertThat(erased.status()).as("%s", erased).isEqualTo(202);
        assertThat(http.get(buyer, "/users/me").status()).isEqualTo(401);
        Trades.await()
                .until(() -> http.get(http.token("admin"), "/purchase-requests/" + request)
                        .body()
                        .path("title")
                        .asString()
                        .equals("[erased]"));
        assertThat(events()).isGreaterThan(events);
    }

    private long events() {
        return platform.jdbc()
                .sql("select count(*) from event_log")
                .query(Long.class)
                .single();
    }
}
