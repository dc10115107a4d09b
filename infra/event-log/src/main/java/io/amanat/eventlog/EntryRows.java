package io.amanat.eventlog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** Rows of the log's table as entries. */
final class EntryRows {

    static final String SELECT =
            "select global_index, event_identifier, type, aggregate_identifier, sequence_number, payload_type,"
                    + " payload_revision, payload, meta_data, time_stamp from domain_event_entry ";

    private EntryRows() {}

    static List<LogEntry> of(PreparedStatement statement) throws SQLException {
        // binary from the first time on: as text, bytes travel twice as long and cost ten times as much to read
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        List<LogEntry> entries = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9),
                Instant.parse(row.getString(10)));
    }
}
