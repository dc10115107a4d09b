package io.amanat.chain.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a round of work again and again in one thread. A round that throws is told by {@link #trouble()} and done again after a
 * pause that doubles up to {@link #PAUSE_MAX}; so a round must be repeatable from any line.
 */
public final class Loop implements AutoCloseable {

    static final Duration PAUSE_MAX = Duration.ofSeconds(15);

    private static final Duration PAUSE_MIN = Duration.ofMillis(100);

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration PATIENCE = Duration.ofMillis(1_200);
    private static final Duration PATIENCE_AFTER_INTERRUPT = Duration.ofMillis(600);

    private final String name;
    private final Runnable round;
    private final Duration interval;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopping = lock.newCondition();
    private final Thread thread;
    private boolean stopped;
    private volatile @Nullable Trouble trouble;

    /**
     * Not started yet.
     *
     * @param interval between the end of a round that went well and the next one
     */
    public Loop(String name, Runnable round, Duration interval, Clock clock) {
        this.name = name;
        this.round = round;
        this.interval = interval;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Between its start and its end. */
    public boolean running() {
        return thread.isAlive();
    }

    /** What the last round stumbled over; empty after a round that went well. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Lets the round end, for a bounded time below two seconds; then it is interrupted, like by a crash. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopped = true;
            stopping.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
                var _ = thread.join(PATIENCE_AFTER_INTERRUPT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = interval;
        do {
            pause = attempt() ? interval : longer(pause);
        } while (goOnAfter(pause));
    }

    private boolean attempt() {
        try {
            round.run();
            if (trouble != null) {
                log.info("{} goes on", name);
            }
            trouble = null;
            return true;
        } catch (RuntimeException failure) {
            Trouble before = trouble;
            Trouble now = Trouble.after(before, failure, clock.instant());
            if (stopping()) {
                log.info("{} was stopped in the middle of a round: {}", name, now.sentence());
            } else if (before == null || !before.sentence().equals(now.sentence())) {
                log.warn("{} stumbles: {}", name, now.sentence(), failure);
            }
            trouble = now;
            return false;
        }
    }

    private boolean stopping() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    private boolean goOnAfter(Duration pause) {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (!stopped && nanos > 0) {
                nanos = stopping.awaitNanos(nanos);
            }
            return !stopped;
        } catch (InterruptedException interrupted) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private static Duration longer(Duration pause) {
        long doubledMs = Math.max(PAUSE_MIN.toMillis(), pause.toMillis() * 2);
        return Duration.ofMillis(Math.min(doubledMs, PAUSE_MAX.toMillis()));
    }

    /**
     * Why rounds fail.
     *
     * @param since when the first one of an unbroken row of failures was
     */
    public record Trouble(Instant since, String sentence) {
        static Trouble after(@Nullable Trouble before, RuntimeException failure, Instant now) {
            String message = failure.getMessage();
            return new Trouble(
                    before == null ? now : before.since(),
                    message == null ? failure.getClass().getSimpleName() : message);
        }
    }
}
