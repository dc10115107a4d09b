package io.amanat.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Events that are stored together or not at all, and the caller who waits for it.
 *
 * <p>Whoever gives up first decides what may be said: an append that the committer has not sent yet is certainly not stored, and it will
 * not be sent any more; one that it has sent may be.
 */
final class Append {

    private enum State {
        WAITING,
        GIVEN_UP,
        SENT
    }

    private final List<PreparedEvent> events;
    private final int bytes;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<Long> firstPosition = new CompletableFuture<>();

    Append(List<PreparedEvent> events) {
        this.events = List.copyOf(events);
        this.bytes = events.stream().mapToInt(PreparedEvent::bytes).sum();
    }

    List<PreparedEvent> events() {
        return events;
    }

    int bytes() {
        return bytes;
    }

    /** By the committer, before the events leave the process: false when the caller has given up, and they must not. */
    boolean send() {
        return state.compareAndSet(State.WAITING, State.SENT) || (state.get() == State.SENT && !firstPosition.isDone());
    }

    boolean isDone() {
        return firstPosition.isDone();
    }

    void stored(long position) {
        firstPosition.complete(position);
    }

    void fail(RuntimeException why) {
        firstPosition.completeExceptionally(why);
    }

    /** Without an answer from the table. */
    void giveUp(String why, Throwable cause) {
        boolean unsent = state.compareAndSet(State.WAITING, State.GIVEN_UP) || state.get() == State.GIVEN_UP;
        fail(unsent ? new AppendFailed(why, cause) : new AppendOutcomeUnknown(cause));
    }

    /** Where the first event was stored; known for an append that was. */
    long position() {
        return firstPosition.join();
    }

    /** Waits for the committer; the position of the first event. */
    long await(Duration atMost) {
        try {
            return firstPosition.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            giveUp("the database did not take it within " + atMost, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp("its caller was interrupted", e);
        }
        try {
            return firstPosition.join();
        } catch (CompletionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        return cause instanceof RuntimeException known ? known : new AppendOutcomeUnknown(cause);
    }
}
