package io.amanat.engine.job;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.engine.EventDecoder;
import io.amanat.eventlog.LogEntry;
import io.amanat.projection.Projection;
import io.amanat.projection.RowChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives out what was computed ahead, and fails where that failed. For one thread. */
final class ComputedAhead implements EventDecoder, Projection {
    private Map<Long, Window.Computed> computed = Map.of();

    void use(Window window) {
        computed = window.computed();
    }

    @Override
    public StoredEvent decode(LogEntry entry) {
        Window.Computed found = of(entry.position());
        StoredEvent event = found.event();
        if (event == null) {
            throw again(found.failure());
        }
        return event;
    }

    @Override
    public List<RowChange> changes(StoredEvent event) {
        Window.Computed found = of(event.position());
        List<RowChange> changes = found.changes();
        if (changes == null) {
            throw again(found.failure());
        }
        return changes;
    }

    private Window.Computed of(long position) {
        return Objects.requireNonNull(computed.get(position), "only events of the window in use");
    }

    /** Throws it as it is, a checked one too. */
    private static RuntimeException again(@Nullable Throwable thrown) {
        ComputedAhead.<RuntimeException>sneak(Objects.requireNonNull(thrown));
        return new IllegalStateException("not reached");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
