package io.amanat.engine;

import io.amanat.eventlog.LogEntry;
import java.util.List;

/** The log, for reading forward. Positions have no gaps: what has been read up to a position is all there will ever be up to there. */
public interface EventSource {
    /** The entries after {@code after} up to {@code upTo}, included, in order; at most {@code entriesMax}. Empty when there are none. */
    List<LogEntry> read(long after, long upTo, int entriesMax);

    /** The position of the last committed event, asked from the database; 0 for an empty log. */
    long head();
}
