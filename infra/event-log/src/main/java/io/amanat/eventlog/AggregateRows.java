package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads by aggregate: in the caller's transaction when there is one, so that it sees what it has appended itself. */
final class AggregateRows {

    private static final String EVENTS = EntryRows.SELECT
            + "where aggregate_identifier = ? and sequence_number >= ? order by sequence_number limit ?";
    private static final String LAST_SEQUENCE =
            "select sequence_number from domain_event_entry where aggregate_identifier = ?"
                    + " order by sequence_number desc limit 1";

    private final DataSource reads;
    private final JoinedTransaction joined;

    AggregateRows(DataSource reads, JoinedTransaction joined) {
        this.reads = reads;
        this.joined = joined;
    }

    List<LogEntry> events(String aggregateId, long firstSequence, int entriesMax) {
        return ask(EVENTS, statement -> {
            statement.setString(1, aggregateId);
            statement.setLong(2, firstSequence);
            statement.setInt(3, entriesMax);
            return EntryRows.of(statement);
        });
    }

    Optional<Long> lastSequence(String aggregateId) {
        return ask(LAST_SEQUENCE, statement -> {
            statement.setString(1, aggregateId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        });
    }

    private <T> T ask(String sql, Question<T> question) {
        Connection callers = joined.current();
        try {
            if (callers != null) {
                return ask(callers, sql, question);
            }
            try (Connection own = reads.getConnection()) {
                return ask(own, sql, question);
            }
        } catch (SQLException e) {
            throw new EventStoreException("The log could not be read", e);
        }
    }

    private static <T> T ask(Connection connection, String sql, Question<T> question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return question.ask(statement);
        }
    }

    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }
}
