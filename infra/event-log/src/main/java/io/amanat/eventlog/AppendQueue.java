package io.amanat.eventlog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Appends in the order in which they came, bounded by their events. Many put, one takes. */
final class AppendQueue {

    private final GroupCommitSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final Queue<Append> waiting = new ArrayDeque<>();
    private int events;
    private boolean closed;

    AppendQueue(GroupCommitSettings settings) {
        this.settings = settings;
    }

    /** Waits for room. An append that is larger than the whole queue gets in when nothing else waits. */
    void put(Append append) {
        lock.lock();
        try {
            long nanos = settings.enqueueTimeout().toNanos();
            while (!closed && !fits(append)) {
                if (nanos <= 0) {
                    throw new LogOverloaded(
                            "Nothing was stored: %d events wait to be stored, and no room came up within %s"
                                    .formatted(events, settings.enqueueTimeout()));
                }
                nanos = room.awaitNanos(nanos);
            }
            if (closed) {
                throw new AppendFailed("the event log is closed", null);
            }
            waiting.add(append);
            events += append.events().size();
            work.signal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppendFailed("its caller was interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** As much as makes one commit; waits for the first of it. Empty when the queue is closed and nothing waits. */
    List<Append> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                work.await();
            }
            List<Append> batch = batch();
            room.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing is put; what waits can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int events() {
        lock.lock();
        try {
            return events;
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(Append append) {
        return waiting.isEmpty() || events + append.events().size() <= settings.queueEventsMax();
    }

    private List<Append> batch() {
        List<Append> batch = new ArrayList<>();
        int batchEvents = 0;
        long batchBytes = 0;
        for (Append next = waiting.peek(); next != null; next = waiting.peek()) {
            batchEvents += next.events().size();
            batchBytes += next.bytes();
            if (!batch.isEmpty()
                    && (batchEvents > settings.batchEventsMax() || batchBytes > settings.batchBytesMax())) {
                break;
            }
            batch.add(waiting.remove());
            events -= next.events().size();
        }
        return batch;
    }
}
