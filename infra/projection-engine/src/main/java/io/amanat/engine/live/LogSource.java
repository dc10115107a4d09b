package io.amanat.engine.live;

import io.amanat.eventlog.LogEntry;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogReader;
import java.time.Duration;
import java.util.List;

/** The event log of the platform. */
record LogSource(LogReader reader, LogHead known) implements WakingEventSource {
    @Override
    public List<LogEntry> read(long after, long upTo, int entriesMax) {
        return reader.read(after, upTo, entriesMax);
    }

    @Override
    public long head() {
        return reader.head();
    }

    @Override
    public void awaitBeyond(long position, Duration atMost) throws InterruptedException {
        var _ = known.awaitBeyond(position, atMost);
    }
}
