package io.amanat.query.disputes;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import io.amanat.query.testing.Trade;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class DisputeQueriesTest {
    private final MockMvc http;
    private final Rows rows;

    @Autowired
    DisputeQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.rows = new Rows(jdbc);
    }

    @Test
    void bothPartiesReadTheWholeDispute() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID dispute = resolved(trade);
        http.perform(get("/api/v1/disputes/{id}", dispute).with(As.seller(trade.seller())))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"4\""))
                .andExpect(jsonPath("$.category").value("damaged"))
                .andExpect(jsonPath("$.reason").value("Broken"))
                .andExpect(jsonPath("$.atStake.amount").value("125.50"))
                .andExpect(jsonPath("$.evidence", hasSize(1)))
                .andExpect(jsonPath("$.evidence[0].note").value("A picture"))
                .andExpect(jsonPath("$.evidence[0].by").value(trade.buyer().toString()))
                .andExpect(jsonPath("$.evidence[0].sha256").value("ab".repeat(32)))
                .andExpect(jsonPath("$.timeline", hasSize(0)))
                .andExpect(jsonPath("$.ruling").value("compensation"))
                .andExpect(jsonPath("$.toBuyer.amount").value("25.50"))
                .andExpect(jsonPath("$.toSeller.amount").value("100.00"));
    }

    @Test
    void othersFindNothing() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID dispute = resolved(trade);
        http.perform(get("/api/v1/disputes/{id}", dispute).with(As.seller(trade.otherSeller())))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-dispute"));
        http.perform(get("/api/v1/disputes").with(As.seller(trade.otherSeller())))
                .andExpect(jsonPath("$.items", hasSize(0)));
        http.perform(get("/api/v1/disputes?status=resolved&paymentId={id}", trade.payment())
                        .with(As.staff(Role.RESOLVER)))
                .andExpect(jsonPath("$.items[*].id", contains(dispute.toString())));
        http.perform(get("/api/v1/disputes?paymentId=x").with(As.staff(Role.RESOLVER)))
                .andExpect(status().isBadRequest());
    }

    private UUID resolved(Trade trade) {
        UUID id = UUID.randomUUID();
        String evidence = """
            [{"id": "%s", "by": "%s", "at": "2026-01-31T12:00:00Z", "note": "%s", "sha256": "%s"}]
            """.formatted(
                        UUID.randomUUID(), trade.buyer(), Rows.sealed(trade.buyer(), "A picture"), "ab".repeat(32));
        rows.jdbc()
                .sql("""
                    insert into disputes (id, payment_id, purchase_request_id, buyer_id, seller_id, opened_by, category, reason,
                      status, currency, amount_at_stake, respond_by, evidence, ruling, amount_to_buyer, amount_to_seller,
                      resolved_at, version, position, created_at, updated_at)
                    values (?, ?, ?, ?, ?, ?, 'damaged', ?, 'resolved', 'USDC', 125.5, now(), cast(? as jsonb), 'compensation',
                      25.5, 100, now(), 4, 20, now(), now())
                    """)
                .params(
                        id,
                        trade.payment(),
                        trade.request(),
                        trade.buyer(),
                        trade.seller(),
                        trade.buyer(),
                        Rows.sealed(trade.buyer(), "Broken"),
                        evidence)
                .update();
        return id;
    }
}
