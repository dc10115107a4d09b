package io.amanat.engine;

import io.amanat.eventlog.LogEntry;
import io.amanat.projection.Projection;
import io.amanat.projection.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * From entries of the log to rows of one schema: decodes, folds and writes them in one go, in the caller's transaction. What it throws
 * leaves that transaction to be rolled back.
 */
public final class Applier {
    private final EventDecoder decoder;
    private final Projection projection;
    private final RowSink rows;
    private final Letters letters;

    /** @param rows writes into {@code schema} */
    public Applier(String schema, EventDecoder decoder, Projection projection, RowSink rows) {
        this.decoder = decoder;
        this.projection = projection;
        this.rows = rows;
        this.letters = new Letters(schema);
    }

    /**
     * Applies {@code entries}, which are in the log's order. Those whose sequence has dead letters are not tried: they become dead
     * letters too.
     *
     * @param anyLetters whether the schema has dead letters at all
     * @return how many were set aside
     */
    int apply(Connection connection, List<LogEntry> entries, boolean anyLetters) throws SQLException {
        if (!anyLetters) {
            write(connection, entries);
            return 0;
        }
        Set<String> waiting = letters.waiting(connection, entries);
        List<LogEntry> taken = new ArrayList<>();
        List<LogEntry> parked = new ArrayList<>();
        entries.forEach(entry -> (waiting.contains(Sequence.of(entry)) ? parked : taken).add(entry));
        write(connection, taken);
        letters.park(connection, parked, null, 0);
        return parked.size();
    }

    /**
     * Applies dead letters, in order, in the caller's transaction.
     *
     * @throws StillFails when one of them still cannot be taken: roll back
     * @throws SQLException when the database does not do its part
     */
    public void retake(Connection connection, List<LogEntry> entries) throws SQLException {
        for (LogEntry entry : entries) {
            try {
                write(connection, List.of(entry));
            } catch (SQLException | RuntimeException | Error thrown) { // as when it was set aside
                if (Failure.of(thrown) == Failure.REPEAT) {
                    throw thrown;
                }
                throw new StillFails(entry.position(), thrown);
            }
        }
    }

    /** Applies entries that nothing holds back, in order. */
    private void write(Connection connection, List<LogEntry> entries) throws SQLException {
        List<RowChange> changes = new ArrayList<>();
        for (LogEntry entry : entries) {
            changes.addAll(changes(entry));
        }
        if (!changes.isEmpty()) {
            rows.write(connection, changes);
        }
    }

    void park(Connection connection, LogEntry entry, Throwable thrown, int attempts) throws SQLException {
        letters.park(connection, List.of(entry), Cause.of(thrown), attempts);
    }

    private List<RowChange> changes(LogEntry entry) {
        try {
            return projection.changes(decoder.decode(entry));
        } catch (Throwable thrown) { // whatever it is, an Error included: who hears of it must know which entry it was
            throw new EntryFailed(entry.position(), thrown);
        }
    }
}
