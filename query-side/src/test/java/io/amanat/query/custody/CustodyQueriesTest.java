package io.amanat.query.custody;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
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
class CustodyQueriesTest {
    private final MockMvc http;
    private final Rows rows;

    @Autowired
    CustodyQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.rows = new Rows(jdbc);
    }

    @Test
    void theGuardSeesWhatIsPaidOutAndWhoApprovedIt() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID guard = rows.user("guard");
        UUID transfer = rows.transfer(trade.payment(), "broadcast", guard);
        http.perform(get("/api/v1/custody-transfers?paymentId={id}&status=broadcast&kind=release", trade.payment())
                        .with(As.staff(Role.GUARD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].id").value(transfer.toString()))
                .andExpect(jsonPath("$.items[0].guardRequired").value(true))
                .andExpect(jsonPath("$.items[0].to").value("0x" + "EF".repeat(20)))
                .andExpect(jsonPath("$.items[0].amount.amount").value("124.245"))
                .andExpect(jsonPath("$.items[0].txHash").value(Rows.TX))
                .andExpect(jsonPath("$.items[0].approvedBy").value(guard.toString()))
                .andExpect(jsonPath("$.items[0].approvalReason").value("Fits the ledger"));
    }

    @Test
    void partiesSeeTheirOwnTransfersWithoutTheGuardsName() throws Exception {
        Trade trade = Trade.funded(rows);
        UUID transfer = rows.transfer(trade.payment(), "broadcast", rows.user("guard"));
        http.perform(get("/api/v1/custody-transfers/{id}", transfer).with(As.seller(trade.seller())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("release"))
                .andExpect(jsonPath("$.approvedBy").isEmpty())
                .andExpect(jsonPath("$.approvalReason").isEmpty());
        http.perform(get("/api/v1/custody-transfers/{id}", transfer).with(As.seller(trade.otherSeller())))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-transfer"));
        http.perform(get("/api/v1/custody-transfers").with(As.seller(trade.otherSeller())))
                .andExpect(jsonPath("$.items", hasSize(0)));
    }

    @Test
    void destinationsAreListedForReconciliation() throws Exception {
        Trade trade = Trade.funded(rows);
        http.perform(get("/api/v1/destinations?status=active&paymentId={id}", trade.payment())
                        .with(As.staff(Role.GUARD)))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(
                        jsonPath("$.items[0].requestId").value(trade.request().toString()))
                .andExpect(jsonPath("$.items[0].address").isString())
                .andExpect(jsonPath("$.items[0].derivationPath").isString());
    }
}
