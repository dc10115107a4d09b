package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Finds what a command with an idempotency key has stored before. */
public final class FirstAnswers {

    private static final String BY_KEY =
            EntryRows.SELECT + "where aggregate_identifier = ? and idempotency_key = ? and idempotency_key is not null";

    private final DataSource source;

    public FirstAnswers(DataSource ds) {
        this.source = ds;
    }

    /**
     * The first event that the actor's command with this key appended to the aggregate; empty when there is none. What else it appended
     * follows directly: those events have the same key in their metadata.
     */
    public Optional<LogEntry> find(String aggregateId, String actor, String idempotencyKey) {
        return byKey(aggregateId, PreparedEvent.key(actor, idempotencyKey));
    }

    Optional<LogEntry> byKey(String aggregateId, String key) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(BY_KEY)) {
            statement.setString(1, aggregateId);
            statement.setString(2, key);
            return EntryRows.of(statement).stream().findFirst();
        } catch (SQLException e) {
            throw new EventStoreException("The log could not be asked for an idempotency key", e);
        }
    }
}
