package io.amanat.engine.job;

import io.amanat.engine.EventDecoder;
import io.amanat.engine.EventSource;
import io.amanat.eventlog.LogEntry;
import io.amanat.projection.Projection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads, decodes and computes on a thread of its own, a bounded number of windows ahead of whoever writes them. */
final class ReadAhead implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 200;

    /** What the thread hands over: a window, the end, or why it gave up. */
    private record Handed(@Nullable Window window, @Nullable Throwable failure) {}

    private final EventSource log;
    private final EventDecoder decoder;
    private final Projection projection;
    private final int windowEvents;
    private final BlockingQueue<Handed> queue;
    private final Thread thread;
    private volatile boolean closed;

    /** Everything after {@code after} and up to {@code upTo}. */
    ReadAhead(
            EventSource log, EventDecoder decoder, Projection projection, JobSettings settings, long after, long upTo) {
        this.log = log;
        this.decoder = decoder;
        this.projection = projection;
        this.windowEvents = settings.windowEvents();
        this.queue = new ArrayBlockingQueue<>(settings.windowsAhead());
        this.thread = Thread.ofPlatform().daemon().name("read-tables-ahead").start(() -> run(after, upTo));
    }

    /** The next window, absent at the end. */
    @Nullable
    Window next(JobControl control) throws SQLException, InterruptedException {
        Handed handed = null;
        while (handed == null) {
            control.check();
            handed = queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        switch (handed.failure()) {
            case null -> {
                return handed.window();
            }
            case SQLException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run(long after, long upTo) {
        try {
            long from = after;
            while (!closed && from < upTo) {
                List<LogEntry> entries = log.read(from, upTo, windowEvents);
                from = entries.size() < windowEvents ? upTo : entries.getLast().position();
                queue.put(new Handed(Window.of(entries, from, decoder, projection), null));
            }
            queue.put(new Handed(null, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // handed over to the thread that waits for it
            hand(e);
        }
    }

    private void hand(Throwable failure) {
        try {
            queue.put(new Handed(null, failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
