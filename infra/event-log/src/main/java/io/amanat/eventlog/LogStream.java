package io.amanat.eventlog;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * One reader that follows the log. While nothing new is known it asks the database for nothing. Used by one thread; only {@link #close}
 * may come from another.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private final Function<TrackingToken, Stream<? extends TrackedEventMessage<?>>> events;
    private final LogHead head;
    private TrackingToken token;
    private long readUpTo = -1;
    private Iterator<? extends TrackedEventMessage<?>> fetched = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private volatile @Nullable Runnable wakeUp;

    LogStream(
            Function<TrackingToken, Stream<? extends TrackedEventMessage<?>>> events,
            LogHead head,
            TrackingToken token) {
        this.events = events;
        this.head = head;
        this.token = token;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(fetch());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (fetch() == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            head.awaitBeyond(readUpTo, Duration.ofNanos(left));
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        TrackedEventMessage<?> message = fetch();
        while (message == null) {
            hasNextAvailable(1, TimeUnit.HOURS);
            message = fetch();
        }
        next = null;
        token = message.trackingToken();
        return message;
    }

    /** After each commit anywhere, as soon as this process hears of it. */
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        close();
        wakeUp = callback;
        head.onAdvance(callback);
        return true;
    }

    /** No more calls back; there is nothing else to release. */
    @Override
    public void close() {
        Runnable last = wakeUp;
        wakeUp = null;
        if (last != null) {
            head.forget(last);
        }
    }

    private @Nullable TrackedEventMessage<?> fetch() {
        if (next == null && !fetched.hasNext() && head.known() > readUpTo) {
            readUpTo = head.known();
            fetched = events.apply(token).iterator();
        }
        if (next == null && fetched.hasNext()) {
            next = fetched.next();
        }
        return next;
    }
}
