package io.amanat.engine.job;

import io.amanat.engine.LogEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The log as jobs read it: in bulk, forwards. */
public interface JobLog {
    /** The position of the last event; 0 when there is none. */
    long head() throws SQLException;

    /** At most {@code max} entries after {@code after} and up to {@code upTo}, in order; fewer only when there are no more. */
    List<LogEntry> read(long after, long upTo, int max) throws SQLException;

    /** The position of the last event whose time is not after {@code at}; 0 when all are later. */
    long lastNotAfter(Instant at) throws SQLException;
}
