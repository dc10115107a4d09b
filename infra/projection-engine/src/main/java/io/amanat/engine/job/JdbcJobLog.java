package io.amanat.engine.job;

import io.amanat.engine.LogEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/** Reads the log's table in windows, each with a connection of its own. */
public final class JdbcJobLog implements JobLog {
    private static final String WINDOW = "select global_index, event_identifier, aggregate_identifier, sequence_number,"
            + " payload_type, time_stamp, payload, meta_data, correlation_id from amanat.domain_event_entry"
            + " where global_index > ? and global_index <= ? order by global_index limit ?";

    private final DataSource source;

    /** @param source of a role that may read the log and that no statement timeout binds */
    public JdbcJobLog(DataSource source) {
        this.source = source;
    }

    @Override
    public long head() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Objects.requireNonNull(Sql.one(
                    connection,
                    "select coalesce(max(global_index), 0) from amanat.domain_event_entry",
                    row -> row.getLong(1)));
        }
    }

    @Override
    public List<LogEntry> read(long after, long upTo, int max) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(WINDOW)) {
            // binary from the first execution: bytea as text is twice as long
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            statement.setInt(3, max);
            List<LogEntry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        }
    }

    @Override
    public long lastNotAfter(Instant at) throws SQLException {
        try (Connection connection = source.getConnection()) {
            OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
            return Objects.requireNonNull(Sql.one(
                    connection,
                    "select coalesce(max(global_index), 0) from amanat.domain_event_entry where occurred_at <= ?",
                    row -> row.getLong(1),
                    time));
        }
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                Instant.parse(row.getString(6)),
                row.getBytes(7),
                row.getBytes(8),
                row.getString(9));
    }
}
