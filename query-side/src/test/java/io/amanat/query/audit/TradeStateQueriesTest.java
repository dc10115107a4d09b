package io.amanat.query.audit;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.SettableHistory;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@QueryTest
class TradeStateQueriesTest {
    private final MockMvc http;
    private final Story story = new Story();

    @Autowired
    TradeStateQueriesTest(MockMvc http, SettableHistory history) {
        this.http = http;
        story.asked().offered().accepted().opened().detected("100").held("100").payoutSigned();
        history.put(story.request, story.events());
    }

    private ResultActions state(PurchaseRequestId request, String query) throws Exception {
        return http.perform(
                get("/api/v1/audit/trades/{id}/state" + query, request.value()).with(As.reviewer()));
    }

    @Test
    void theStateNowHoldsEverything() throws Exception {
        state(story.request, "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.requestId").value(story.request.toString()))
                .andExpect(jsonPath("$.asOfPosition").value(108))
                .andExpect(jsonPath("$.asOf").value("2026-01-31T12:00:08Z"))
                .andExpect(jsonPath("$.events").value(9))
                .andExpect(jsonPath("$.request.status").value("payment_pending"))
                .andExpect(jsonPath("$.offers[0].status").value("accepted"))
                .andExpect(jsonPath("$.offers[0].price.amount").value("100.00"))
                .andExpect(jsonPath("$.payment.status").value("processing"))
                .andExpect(jsonPath("$.payment.escrowState").value("partial"))
                .andExpect(jsonPath("$.payment.held.amount").value("100.00"))
                .andExpect(jsonPath("$.payment.frozen").isEmpty())
                .andExpect(jsonPath("$.balances[?(@.account == 'external')].amount")
                        .value("-100.00"))
                .andExpect(jsonPath("$.custodyTransfers[0].status").value("signed"))
                .andExpect(jsonPath("$.custodyTransfers[0].txHash").value(Story.HASH))
                .andExpect(jsonPath("$.dispute").isEmpty());
    }

    @Test
    void theStateAsOfAPositionOrAnInstantKnowsNothingLater() throws Exception {
        state(story.request, "?position=101")
                .andExpect(jsonPath("$.asOfPosition").value(101))
                .andExpect(jsonPath("$.request.status").value("received_offers"))
                .andExpect(jsonPath("$.payment").isEmpty())
                .andExpect(jsonPath("$.custodyTransfers", hasSize(0)));
        state(story.request, "?at=2026-01-31T12:00:04.500Z")
                .andExpect(jsonPath("$.asOfPosition").value(104))
                .andExpect(jsonPath("$.payment.status").value("processing"))
                .andExpect(jsonPath("$.payment.escrowState").isEmpty());
    }

    @Test
    void whatCannotBeAnsweredIsSaidClearly() throws Exception {
        state(new PurchaseRequestId(UUID.randomUUID()), "")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-request"));
        state(story.request, "?at=2026-01-31T11:59:59Z")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("trade-not-yet-begun"));
        state(story.request, "?position=99999999")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("position-beyond-head"));
        state(story.request, "?at=yesterday")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("filter-invalid"));
        state(story.request, "?position=101&at=2026-01-31T12:00:00Z").andExpect(status().isBadRequest());
    }
}
