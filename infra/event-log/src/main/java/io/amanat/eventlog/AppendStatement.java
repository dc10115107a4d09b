package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGStatement;

/**
 * Stores any number of events in one statement: it moves the head row, numbers the events behind the old head, and tells the listeners of
 * other processes. Because it is one statement, a batch is one round trip; because it moves the row first, it has the lock that orders
 * the log before it takes positions.
 */
final class AppendStatement implements AutoCloseable {

    static final String CHANNEL = "amanat_event_log";

    private static final String SQL = """
        with head as (
            update event_log_head set last_position = last_position + ? returning last_position - ? as before, last_position
        ), stored as (
            insert into domain_event_entry (global_index, event_identifier, type, aggregate_identifier, sequence_number,
                payload_type, payload_revision, payload, meta_data, time_stamp, actor, correlation_id,
                idempotency_key)
            select head.before + e.number, e.event_id, e.type, e.aggregate_id, e.sequence, e.payload_type, e.payload_revision,
                e.payload, e.metadata, e.at, e.actor, e.correlation_id, e.idempotency_key
            from head, unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bytea[], ?::bytea[],
                ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                as e (event_id, type, aggregate_id, sequence, payload_type, payload_revision, payload, metadata, at,
                    actor, correlation_id, idempotency_key, number)
        )
        select last_position, pg_notify('amanat_event_log', last_position::text) from head
        """;

    private final Connection connection;
    private final PreparedStatement statement;

    AppendStatement(Connection connection) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(SQL);
    }

    /** Planned once by the server, from its first use on: for a connection that does little else. */
    AppendStatement keptPrepared() throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(1);
        return this;
    }

    /** Returns the position of the first event; the others follow without a gap. */
    long execute(List<PreparedEvent> events) throws SQLException {
        statement.setInt(1, events.size());
        statement.setInt(2, events.size());
        Columns columns = new Columns(connection, events);
        statement.setArray(3, columns.texts(PreparedEvent::eventId));
        statement.setArray(4, columns.texts(PreparedEvent::aggregateType));
        statement.setArray(5, columns.texts(PreparedEvent::aggregateId));
        statement.setArray(6, columns.numbers(PreparedEvent::sequence));
        statement.setArray(7, columns.texts(PreparedEvent::payloadType));
        statement.setArray(8, columns.texts(PreparedEvent::payloadRevision));
        statement.setArray(9, columns.bytes(PreparedEvent::payload));
        statement.setArray(10, columns.bytes(PreparedEvent::metadata));
        statement.setArray(11, columns.texts(PreparedEvent::timestamp));
        statement.setArray(12, columns.texts(PreparedEvent::actor));
        statement.setArray(13, columns.texts(PreparedEvent::correlationId));
        statement.setArray(14, columns.texts(PreparedEvent::idempotencyKey));
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("event_log_head has no row, so nothing was stored", "P0002");
            }
            return row.getLong(1) - events.size() + 1;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
