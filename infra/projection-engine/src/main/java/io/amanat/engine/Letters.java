package io.amanat.engine;

import io.amanat.eventlog.LogEntry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dead letters of one schema, written in the caller's transaction. */
final class Letters {
    private final String schema;

    Letters(String schema) {
        this.schema = Schema.checked(schema);
    }

    /** Those of the sequences of {@code entries} that have dead letters: their later events wait. */
    Set<String> waiting(Connection connection, List<LogEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return Set.of();
        }
        Object[] asked = entries.stream().map(Sequence::of).distinct().toArray();
        String sql = "select distinct sequence from " + schema + ".dead_letters where sequence = any (?)";
        Array sequences = connection.createArrayOf("text", asked);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, sequences);
            Set<String> waiting = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    waiting.add(rows.getString(1));
                }
            }
            return waiting;
        }
    }

    /** Sets entries aside; {@code cause} is absent for those that only wait. */
    void park(Connection connection, List<LogEntry> entries, @Nullable String cause, int attempts) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        String sql = "insert into " + schema
                + ".dead_letters (position, sequence, event_id, event_type, cause, attempts) values (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (LogEntry entry : entries) {
                statement.setLong(1, entry.position());
                statement.setString(2, Sequence.of(entry));
                statement.setString(3, entry.eventId());
                statement.setString(4, entry.payloadType());
                statement.setString(5, cause);
                statement.setInt(6, attempts);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
