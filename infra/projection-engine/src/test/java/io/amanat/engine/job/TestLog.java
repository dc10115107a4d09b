package io.amanat.engine.job;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.engine.EventDecoder;
import io.amanat.engine.EventSource;
import io.amanat.eventlog.LogEntry;
import io.amanat.eventlog.LogReader;
import io.amanat.platform.serialization.EventReader;
import io.amanat.platform.serialization.Serializers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import tools.jackson.databind.json.JsonMapper;

/** The log's table, written and read as it is. */
final class TestLog implements EventSource {
    private static final Serializer EVENTS = Serializers.events();
    private static final EventReader READER = EventReader.all();
    private static final JsonMapper JSON = new JsonMapper();

    private final DataSource source;
    private final LogReader reader;

    TestLog(DataSource source) {
        this.source = source;
        this.reader = new LogReader(source);
    }

    static EventDecoder decoder() {
        return EventDecoder.of(READER);
    }

    /** Appends them in one transaction; they get the next positions. */
    void append(List<StoredEvent> events) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            long last = Sql.one(
                    connection,
                    "update amanat.event_log_head set last_position = last_position + ? returning last_position",
                    row -> row.getLong(1),
                    events.size());
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into amanat.domain_event_entry (event_identifier, aggregate_identifier, sequence_number,"
                            + " type, payload_type, payload, meta_data, time_stamp, global_index)"
                            + " values (?, ?, ?, 'T', ?, ?, ?, ?, ?)")) {
                long position = last - events.size();
                for (StoredEvent event : events) {
                    insert.setLong(8, ++position);
                    add(insert, event);
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    /** An event as a newer version might have written it. */
    void appendUnknown(String trade, long sequence) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Sql.update(
                    connection,
                    "insert into amanat.domain_event_entry (event_identifier, aggregate_identifier, sequence_number,"
                        + " type, payload_type, payload, meta_data, time_stamp) values (gen_random_uuid()::text, ?, ?,"
                        + " 'T', 'thing.unheard-of.v1', ?, ?, '2026-03-01T12:00:00Z')",
                    trade,
                    sequence,
                    "{}".getBytes(StandardCharsets.UTF_8),
                    JSON.writeValueAsBytes(Map.of("actor", "system:test", "correlationId", trade)));
        }
    }

    private static void add(PreparedStatement insert, StoredEvent event) throws SQLException {
        insert.setString(1, event.eventId());
        insert.setString(2, event.aggregateId());
        insert.setLong(3, event.sequence());
        insert.setString(4, event.type());
        insert.setBytes(5, EVENTS.serialize(event.event(), byte[].class).getData());
        insert.setBytes(6, JSON.writeValueAsBytes(event.metadata()));
        insert.setString(7, event.at().toString());
        insert.addBatch();
    }

    @Override
    public List<LogEntry> read(long after, long upTo, int entriesMax) {
        return reader.read(after, upTo, entriesMax);
    }

    @Override
    public long head() {
        return reader.head();
    }
}
