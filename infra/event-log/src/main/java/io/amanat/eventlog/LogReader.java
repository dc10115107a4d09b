package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log in bulk and forward. It takes one connection for each call: give it a pool.
 *
 * <p>Positions have no gaps, so an answer that ends at position n means that everything up to n was seen, for ever. All methods throw
 * {@link EventStoreException} when the database does not answer.
 */
public final class LogReader {

    /** How far the clock of one node may be behind another's, for {@link #positionBefore}. */
    private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(1);

    private static final String RANGE =
            EntryRows.SELECT + "where global_index > ? and global_index <= ? order by global_index limit ?";

    private final DataSource source;

    public LogReader(DataSource ds) {
        this.source = ds;
    }

    /**
     * The entries at positions greater than {@code after} up to {@code upTo}, included, in order; at most {@code entriesMax}. Empty when
     * there are none, also when {@code after} is beyond the head.
     */
    public List<LogEntry> read(long after, long upTo, int entriesMax) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(RANGE)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            statement.setInt(3, entriesMax);
            return EntryRows.of(statement);
        } catch (SQLException e) {
            throw new EventStoreException("The log could not be read after position " + after, e);
        }
    }

    /** The position of the last committed event; 0 for an empty log. Asked from the database, see {@link LogHead} for what is known. */
    public long head() {
        return number("select last_position from event_log_head", null, 0);
    }

    /**
     * The position before the first event that happened at or after the instant: reading after it misses none of them. The head when
     * there is no such event.
     *
     * <p>Events are ordered by position, not by time; this takes the clocks of all nodes to agree within a minute.
     */
    public long positionBefore(Instant instant) {
        long head = head();
        long start = bisect(Timestamp.from(instant.minus(CLOCKS_APART_MAX)), head);
        return number(
                "select global_index - 1 from domain_event_entry where global_index > " + start
                        + " and occurred_at >= ? order by global_index limit 1",
                Timestamp.from(instant),
                head);
    }

    /** A position whose event is older than the instant and whose successor is not, if time went with the positions. */
    private long bisect(Timestamp instant, long head) {
        long older = 0;
        long newer = head + 1;
        while (newer - older > 1) {
            long middle = (older + newer) >>> 1;
            String next = "select (occurred_at < ?)::int from domain_event_entry where global_index >= " + middle
                    + " order by global_index limit 1";
            if (number(next, instant, 0) == 1) {
                older = middle;
            } else {
                newer = middle;
            }
        }
        return older;
    }

    private long number(String sql, @Nullable Timestamp parameter, long otherwise) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setTimestamp(1, parameter);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : otherwise;
            }
        } catch (SQLException e) {
            throw new EventStoreException("The log could not be read", e);
        }
    }
}
