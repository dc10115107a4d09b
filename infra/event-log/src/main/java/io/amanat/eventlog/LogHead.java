package io.amanat.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last position that this process knows to be committed, and whom to wake when it moves. One per process.
 *
 * <p>It is moved by {@link GroupCommit} at once and by {@link LogListener} when another process has appended. It is never ahead of the
 * log, but may be behind it: {@link LogReader#head()} asks the database.
 */
public final class LogHead {

    private static final Logger LOG = LoggerFactory.getLogger(LogHead.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final List<Runnable> wakeUps = new CopyOnWriteArrayList<>();
    private volatile long known;

    /** 0 until something is known. */
    public long known() {
        return known;
    }

    /** Says that everything up to this position is committed. A lower position than the known one changes nothing. */
    public void advance(long head) {
        if (head <= known) {
            return;
        }
        lock.lock();
        try {
            if (head <= known) {
                return;
            }
            known = head;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        wakeUps.forEach(LogHead::run);
    }

    /** Waits until more than this position is known, but not longer than given; returns what is known then, which may be no more. */
    public long awaitBeyond(long position, Duration atMost) throws InterruptedException {
        if (known > position) {
            return known;
        }
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (known <= position && nanos > 0) {
                nanos = moved.awaitNanos(nanos);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Runs it after each move, on the thread that moved it: it must be short. */
    void onAdvance(Runnable wakeUp) {
        wakeUps.add(wakeUp);
    }

    void forget(Runnable wakeUp) {
        wakeUps.remove(wakeUp);
    }

    private static void run(Runnable wakeUp) {
        try {
            wakeUp.run();
        } catch (RuntimeException e) {
            LOG.warn("A reader of the log could not be woken", e);
        }
    }
}
