package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Appends within the caller's own transaction. When it throws, that transaction is spoilt and must be rolled back. */
final class JoinedAppend {

    private final FirstAnswers firstAnswers;

    JoinedAppend(FirstAnswers firstAnswers) {
        this.firstAnswers = firstAnswers;
    }

    /** Returns the position of the first event, which becomes true with the caller's commit. */
    long append(Connection connection, List<PreparedEvent> events) {
        try (AppendStatement statement = new AppendStatement(connection)) {
            return statement.execute(events);
        } catch (SQLException e) {
            throw switch (SqlFailure.of(e)) {
                case CONFLICT -> conflict(events, e);
                case LOST, SERVER, CONTENT -> new AppendFailed("the caller's transaction failed", e);
            };
        }
    }

    private RuntimeException conflict(List<PreparedEvent> events, SQLException e) {
        for (PreparedEvent event : events) {
            String key = event.idempotencyKey();
            Optional<LogEntry> first = key == null ? Optional.empty() : firstAnswers.byKey(event.aggregateId(), key);
            if (first.isPresent()) {
                LogEntry found = first.get();
                return new DuplicateCommand(event.aggregateId(), found.position(), found.eventId(), e);
            }
        }
        return Conflict.on(events.getFirst(), e);
    }
}
