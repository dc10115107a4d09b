package io.amanat.query.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amanat.contract.identity.Role;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import io.amanat.query.testing.Rows;
import io.amanat.query.testing.Trade;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@QueryTest
class TimelineQueriesTest {
    private static final String TIMELINE = "/api/v1/purchase-requests/{id}/timeline";
    private static final String STREAM = TIMELINE + "/stream";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MockMvc http;
    private final Rows rows;
    private final TimelineStreams streams;

    @Autowired
    TimelineQueriesTest(MockMvc http, JdbcClient jdbc, TimelineStreams streams) {
        this.http = http;
        this.rows = new Rows(jdbc);
        this.streams = streams;
    }

    @AfterEach
    void endStreams() {
        streams.stop();
        assertThat(streams.taken()).isEmpty();
        streams.start();
    }

    @Test
    void theTimelineIsToldInTheReadersOwnTerms() throws Exception {
        Trade trade = told(Trade.funded(rows));
        http.perform(get(TIMELINE, trade.request()).with(As.buyer(trade.buyer())))
                .andExpect(status().isOk())
                .andExpect(jsonPath(
                        "$.items[*].words",
                        contains(
                                "You asked for offers.",
                                "The seller offered 125.50 USDC.",
                                "Another seller offered 99.00 USDC.",
                                "The escrow is funded: 125.50 USDC is held.")))
                .andExpect(jsonPath("$.items[*].actor", contains("You", "The seller", "Another seller", "Amanat")))
                .andExpect(jsonPath("$.items[0].position").value(10))
                .andExpect(jsonPath("$.items[0].kind").value("purchase-request.created.v1"))
                .andExpect(jsonPath("$.items[0].at").value("2026-01-31T12:00:00Z"))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
    }

    @Test
    void aSellerDoesNotLearnOfOtherOffers() throws Exception {
        Trade trade = told(Trade.funded(rows));
        http.perform(get(TIMELINE, trade.request()).with(As.seller(trade.seller())))
                .andExpect(jsonPath("$.items[*].actor", contains("The buyer", "You", "Amanat")));
        http.perform(get(TIMELINE, trade.request()).with(As.staff(Role.ADMIN)))
                .andExpect(jsonPath("$.items", hasSize(4)));
    }

    @Test
    void onlyPartiesAndStaffReadIt() throws Exception {
        Trade trade = told(Trade.funded(rows));
        for (String path : new String[] {TIMELINE, STREAM}) {
            http.perform(get(path, trade.request()).with(As.seller(trade.otherSeller())))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("no-such-request"));
        }
    }

    @Test
    void itComesInPages() throws Exception {
        Trade trade = told(Trade.funded(rows));
        String first = http.perform(get(TIMELINE + "?limit=3", trade.request()).with(As.buyer(trade.buyer())))
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");
        http.perform(get(TIMELINE + "?cursor={c}", trade.request(), cursor).with(As.buyer(trade.buyer())))
                .andExpect(jsonPath("$.items[*].position", contains(13)));
    }

    @Test
    void aLiveTimelineTellsWhatWasMissedAndWhatHappens() throws Exception {
        Trade trade = told(Trade.funded(rows));
        MockHttpServletResponse response = open(trade, As.buyer(trade.buyer()), "12");
        await().atMost(PATIENCE).until(() -> response.getContentAsString().contains("id:13\n"));
        assertThat(response.getContentType()).startsWith("text/event-stream");
        assertThat(response.getContentAsString()).doesNotContain("id:12\n").contains("event:timeline\n");
        entry(trade, 14, "user:" + trade.seller(), "seller", "delivery.shipped.v1", "{}");
        await().atMost(PATIENCE)
                .until(() -> response.getContentAsString().contains("\"words\":\"The seller shipped.\""));
        await().atMost(PATIENCE).until(() -> response.getContentAsString().contains(":still here"));
    }

    @Test
    void aCallerHasABoundedNumberOfLiveTimelines() throws Exception {
        Trade trade = told(Trade.funded(rows));
        open(trade, As.buyer(trade.buyer()), "0");
        open(trade, As.buyer(trade.buyer()), "0");
        http.perform(get(STREAM, trade.request()).with(As.buyer(trade.buyer())))
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.code").value("too-many-streams"));
        open(trade, As.seller(trade.seller()), "0");
    }

    @Test
    void aLastEventIdThatIsNoPositionIsRefused() throws Exception {
        Trade trade = Trade.funded(rows);
        http.perform(get(STREAM, trade.request()).header("Last-Event-ID", "x").with(As.buyer(trade.buyer())))
                .andExpect(status().isBadRequest());
    }

    private MockHttpServletResponse open(Trade trade, RequestPostProcessor as, String lastEventId) throws Exception {
        return http.perform(get(STREAM, trade.request())
                        .header("Last-Event-ID", lastEventId)
                        .with(as))
                .andExpect(request().asyncStarted())
                .andReturn()
                .getResponse();
    }

    private Trade told(Trade trade) {
        entry(trade, 10, "user:" + trade.buyer(), "buyer", "purchase-request.created.v1", "{}");
        offered(trade, 11, trade.seller(), trade.offer(), "125.50");
        offered(trade, 12, trade.otherSeller(), trade.otherOffer(), "99.00");
        entry(
                trade,
                13,
                "system:watcher",
                "system",
                "escrow.funded.v1",
                "{\"amount\":\"125.50\",\"currency\":\"USDC\"}");
        return trade;
    }

    private void offered(Trade trade, long position, UUID seller, UUID offer, String amount) {
        String params = "{\"offerId\":\"%s\",\"amount\":\"%s\",\"currency\":\"USDC\"}".formatted(offer, amount);
        entry(trade, position, "user:" + seller, "seller", "offer.made.v1", params);
    }

    private void entry(Trade trade, long position, String actor, String role, String kind, String params) {
        rows.jdbc()
                .sql("""
                    insert into trade_timeline (purchase_request_id, position, occurred_at, actor, actor_role, kind, params,
                      created_at, updated_at)
                    values (?, ?, '2026-01-31T12:00:00Z', ?, ?, ?, cast(? as jsonb), now(), now())
                    """)
                .params(trade.request(), position, actor, role, kind, params)
                .update();
    }
}
