package io.amanat.engine.job;

import io.amanat.engine.EventSource;
import io.amanat.eventlog.LogEntry;
import io.amanat.eventlog.LogReader;
import java.util.List;

/** The log as jobs read it: up to where it reaches when they ask; they do not wait for more. */
public record JobLog(LogReader reader) implements EventSource {
    @Override
    public List<LogEntry> read(long after, long upTo, int entriesMax) {
        return reader.read(after, upTo, entriesMax);
    }

    @Override
    public long head() {
        return reader.head();
    }
}
