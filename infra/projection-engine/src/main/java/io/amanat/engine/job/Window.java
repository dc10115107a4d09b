package io.amanat.engine.job;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.engine.EventDecoder;
import io.amanat.eventlog.LogEntry;
import io.amanat.projection.Projection;
import io.amanat.projection.RowChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the log with the row changes of its events, computed ahead of their writing.
 *
 * @param upTo the entries are everything up to here
 */
record Window(List<LogEntry> entries, long upTo, Map<Long, Computed> computed) {
    /** Either an event with its changes or why there are none. */
    record Computed(
            @Nullable StoredEvent event,
            @Nullable List<RowChange> changes,
            @Nullable Throwable failure) {}

    static Window of(List<LogEntry> entries, long upTo, EventDecoder decoder, Projection projection) {
        Map<Long, Computed> computed = HashMap.newHashMap(entries.size());
        for (LogEntry entry : entries) {
            computed.put(entry.position(), computed(entry, decoder, projection));
        }
        return new Window(entries, upTo, computed);
    }

    private static Computed computed(LogEntry entry, EventDecoder decoder, Projection projection) {
        StoredEvent event = null;
        try {
            event = decoder.decode(entry);
            return new Computed(event, projection.changes(event), null);
        } catch (Throwable thrown) { // whatever it is: it is thrown again where the event would be taken, and set aside
            // there
            return new Computed(event, null, thrown);
        }
    }
}
