package io.amanat.engine.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds positions of the log by time. Events are in the order of their positions; their times nearly so, as far as the clocks of the
 * nodes agree.
 */
final class LogTimes {
    /** How far the clock of one node may be behind another's. */
    private static final Duration CLOCKS_APART_MAX = Duration.ofMinutes(1);

    private final DataSource source;

    LogTimes(DataSource source) {
        this.source = source;
    }

    /** The position of the last event whose time is not after {@code at}; 0 when all are later. */
    long lastNotAfter(Instant at) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Long head = Sql.one(
                    connection, "select max(global_index) from amanat.domain_event_entry", row -> row.getLong(1));
            long last = head == null ? 0 : firstLater(connection, at.plus(CLOCKS_APART_MAX), head);
            Long found = Sql.one(
                    connection,
                    "select global_index from amanat.domain_event_entry where global_index <= ? and occurred_at <= ?"
                            + " order by global_index desc limit 1",
                    row -> row.getLong(1),
                    last,
                    time(at));
            return found == null ? 0 : found;
        }
    }

    /** A position from which on all events are later, if time goes with the positions; {@code head} when none is. */
    private static long firstLater(Connection connection, Instant at, long head) throws SQLException {
        long low = 0;
        long high = head;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (later(connection, middle, at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    private static boolean later(Connection connection, long position, Instant at) throws SQLException {
        @Nullable
        Boolean later = Sql.one(
                connection,
                "select occurred_at > ? from amanat.domain_event_entry where global_index >= ? order by global_index"
                        + " limit 1",
                row -> row.getBoolean(1),
                time(at),
                position);
        return Boolean.TRUE.equals(later);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
