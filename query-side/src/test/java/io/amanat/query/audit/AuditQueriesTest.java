package io.amanat.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amanat.query.testing.As;
import io.amanat.query.testing.QueryTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@QueryTest
class AuditQueriesTest {
    /** Order of keys, spacing and a raw line break that a reader of JSON would not keep. */
    private static final String PAYLOAD = "{\"z\": 1,\n\"a\":{\"amount\":\"1.10\"}}";

    private final MockMvc http;
    private final JdbcClient jdbc;
    private final String trade = UUID.randomUUID().toString();
    private final String payment = UUID.randomUUID().toString();

    @Autowired
    AuditQueriesTest(MockMvc http, JdbcClient jdbc) {
        this.http = http;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aLog() {
        append(trade, 0, "purchase-request.created.v1", "2026-01-31T12:00:00.000Z", "user:one");
        append(payment, 0, "payment.opened.v1", "2026-01-31T12:00:01.000Z", "system:saga");
        append(payment, 1, "payment.funds-held.v1", "2026-01-31T12:00:02.000Z", "system:watcher");
        append(trade, 1, "offer.made.v1", "2026-01-31T12:00:03.000Z", "user:two");
    }

    private void append(String aggregate, long sequence, String type, String at, String actor) {
        String metadata = "{\"actor\":\"%s\",\"correlationId\":\"%s\"}".formatted(actor, trade);
        jdbc.sql("""
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload,
              meta_data, time_stamp) values (?, ?, ?, 'Thing', ?, ?, ?, ?)
            """)
                .params(
                        UUID.randomUUID().toString(),
                        aggregate,
                        sequence,
                        type,
                        PAYLOAD.getBytes(StandardCharsets.UTF_8),
                        metadata.getBytes(StandardCharsets.UTF_8),
                        at)
                .update();
    }

    @Test
    void theEventsOfATradeComeInOrderAndAsStored() throws Exception {
        http.perform(get("/api/v1/audit/trades/{id}/events", trade).with(As.reviewer()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(4)))
                .andExpect(jsonPath("$.items[0].type").value("purchase-request.created.v1"))
                .andExpect(jsonPath("$.items[0].aggregateId").value(trade))
                .andExpect(jsonPath("$.items[0].aggregateType").value("Thing"))
                .andExpect(jsonPath("$.items[0].sequence").value(0))
                .andExpect(jsonPath("$.items[0].at").value("2026-01-31T12:00:00.000Z"))
                .andExpect(jsonPath("$.items[0].metadata.actor").value("user:one"))
                .andExpect(content().string(containsString("\"payload\":" + PAYLOAD)));
    }

    @Test
    void unknownIdsAreSaid() throws Exception {
        http.perform(get("/api/v1/audit/trades/{id}/events", UUID.randomUUID()).with(As.reviewer()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-request"));
        http.perform(get("/api/v1/audit/aggregates/{id}/events", "nothing").with(As.reviewer()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-aggregate"));
    }

    @Test
    void filtersNarrowTheLog() throws Exception {
        types("type=payment.*", "payment.opened.v1", "payment.funds-held.v1");
        types("type=offer.made.v1&type=payment.opened.v1", "payment.opened.v1", "offer.made.v1");
        types("actor=user:two", "offer.made.v1");
        types("aggregateId=" + payment, "payment.opened.v1", "payment.funds-held.v1");
        types("from=2026-01-31T12:00:01Z&to=2026-01-31T12:00:03Z", "payment.opened.v1", "payment.funds-held.v1");
        http.perform(get("/api/v1/audit/events?type=*x").with(As.reviewer())).andExpect(status().isBadRequest());
        http.perform(get("/api/v1/audit/events?from=noon").with(As.reviewer())).andExpect(status().isBadRequest());
    }

    private void types(String query, String... expected) throws Exception {
        http.perform(get("/api/v1/audit/events?" + query + "&correlationId=" + trade)
                        .with(As.reviewer()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].type", contains(expected)));
    }

    @Test
    void theEventsOfOneAggregateComeInPages() throws Exception {
        String path = "/api/v1/audit/aggregates/{id}/events";
        String first = http.perform(get(path + "?limit=1", payment).with(As.reviewer()))
                .andExpect(jsonPath("$.items[*].sequence", contains(0)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");
        http.perform(get(path + "?limit=1&cursor={c}", payment, cursor).with(As.reviewer()))
                .andExpect(jsonPath("$.items[*].sequence", contains(1)))
                .andExpect(jsonPath("$.nextCursor").isEmpty());
    }

    @Test
    void anExportHoldsOneEventPerLineAcrossBatches() throws Exception {
        String export = http.perform(get("/api/v1/audit/events.ndjson?correlationId=" + trade)
                        .with(As.reviewer()))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/x-ndjson"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> lines = export.lines().toList();
        assertThat(lines).hasSize(4).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.stream().map(line -> JsonPath.<String>read(line, "$.type")))
                .containsExactly(
                        "purchase-request.created.v1", "payment.opened.v1", "payment.funds-held.v1", "offer.made.v1");
        assertThat(JsonPath.<String>read(lines.getLast(), "$.payload.a.amount")).isEqualTo("1.10");
        assertThat(export).endsWith("\n");
    }
}
