package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class EventStoreTest {

    private final JdbcClient app;

    EventStoreTest(TestDatabase database) {
        app = database.jdbc();
    }

    @Test
    void givenAnEvent_whenReadByReviewers_thenPayloadAndMetadataAreJson() {
        String trade = UUID.randomUUID().toString();
        append(trade, 0, "{\"actor\":\"user:1\",\"correlationId\":\"" + trade + "\"}");
        assertThat(app.sql("select payload ->> 'amount' || ' ' || (metadata ->> 'actor') || ' ' || actor || ' '"
                                + " || event_type from event_log where correlation_id = ? and occurred_at >="
                                + " timestamptz '2026-01-01T00:00:00Z'")
                        .param(trade)
                        .query(String.class)
                        .list())
                .containsExactly("1 user:1 user:1 payment.test.v1");
    }

    @Test
    void twoEventsOfAnAggregateNeverShareASequenceNumber() {
        String aggregate = UUID.randomUUID().toString();
        append(aggregate, 0, "{}");
        assertThatThrownBy(() -> append(aggregate, 0, "{}")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void metadataThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> append(UUID.randomUUID().toString(), 0, "<xml/>"))
                .hasMessageContaining("invalid input syntax for type json");
    }

    private void append(String aggregate, long sequence, String metadata) {
        app.sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,"
                        + " type, time_stamp, payload_type, payload_revision, payload, meta_data) values (?, ?, ?,"
                        + " 'Payment', '2026-01-02T03:04:05.678Z', 'payment.test.v1', null, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        aggregate,
                        sequence,
                        "{\"amount\":1}".getBytes(StandardCharsets.UTF_8),
                        metadata.getBytes(StandardCharsets.UTF_8))
                .update();
    }
}
