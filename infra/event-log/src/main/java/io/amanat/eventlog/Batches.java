package io.amanat.eventlog;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Entries that are fetched in bounded batches, when somebody wants them. Holds no connection in between. */
final class Batches extends AbstractSpliterator<LogEntry> {

    private final Function<@Nullable LogEntry, List<LogEntry>> after;
    private final int entriesMax;
    private Iterator<LogEntry> batch = List.<LogEntry>of().iterator();
    private @Nullable LogEntry last;
    private boolean more = true;

    private Batches(Function<@Nullable LogEntry, List<LogEntry>> after, int entriesMax) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.after = after;
        this.entriesMax = entriesMax;
    }

    /** Ends with the first batch that has less than {@code entriesMax}. */
    static Stream<LogEntry> stream(Function<@Nullable LogEntry, List<LogEntry>> after, int entriesMax) {
        return StreamSupport.stream(new Batches(after, entriesMax), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super LogEntry> action) {
        if (!batch.hasNext() && more) {
            List<LogEntry> next = after.apply(last);
            more = next.size() == entriesMax;
            batch = next.iterator();
        }
        if (!batch.hasNext()) {
            return false;
        }
        LogEntry entry = batch.next();
        last = entry;
        action.accept(entry);
        return true;
    }
}
