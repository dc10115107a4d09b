package io.amanat.eventlog;

import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what many callers append at the same time in one commit. One per process, with one thread and one connection of its own.
 *
 * <p>Nothing is delayed to gather more: while one commit runs, the next batch gathers by itself. An append that fails does so alone,
 * see {@link PostgresEventStorageEngine} for how.
 */
public final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final GroupCommitSettings settings;
    private final AppendQueue queue;
    private final Committer committer;
    private final Thread thread;

    /**
     * Starts the thread. The connection is opened with the first append and kept.
     *
     * @param ds whose role may insert events and move the head
     * @param head is moved after each commit
     */
    public GroupCommit(DataSource ds, GroupCommitSettings settings, LogHead head) {
        this.settings = settings;
        this.queue = new AppendQueue(settings);
        this.committer = new Committer(ds, settings.outcomeTimeout().dividedBy(2), head);
        this.thread = Thread.ofPlatform().daemon().name("event-log-committer").start(this::run);
    }

    /** Events that wait for the next commits. */
    public int queuedEvents() {
        return queue.events();
    }

    /** Stores what waits, for as long as a caller would wait for it; refuses what comes later. */
    @Override
    public void close() {
        queue.close();
        try {
            if (!thread.join(settings.outcomeTimeout())) {
                committer.stop();
                thread.join();
            }
        } catch (InterruptedException e) {
            committer.stop();
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the events are stored; returns the position of the first one. */
    long append(List<PreparedEvent> events) {
        for (PreparedEvent event : events) {
            refuseTooLarge(event);
        }
        Append append = new Append(events);
        queue.put(append);
        return append.await(settings.outcomeTimeout());
    }

    void refuseTooLarge(PreparedEvent event) {
        if (event.bytes() > settings.eventBytesMax()) {
            throw new EventTooLarge(event.payloadType(), event.bytes(), settings.eventBytesMax());
        }
    }

    private void run() {
        boolean working = true;
        while (working) {
            working = writeNext();
        }
        committer.drop();
    }

    /** Whatever happens, an {@link Error} included, nobody is left waiting and the thread goes on. */
    private boolean writeNext() {
        List<Append> batch = List.of();
        try {
            batch = queue.take();
            if (batch.isEmpty()) {
                return false;
            }
            committer.write(batch);
        } catch (InterruptedException e) {
            LOG.warn("The log's committer was interrupted");
            batch.forEach(append -> append.giveUp("the event log was stopped", e));
        } catch (Throwable e) {
            LOG.error("The log's committer failed with {} appends under way", batch.size(), e);
            committer.drop();
            batch.forEach(append -> append.giveUp("the event log failed", e));
        }
        batch.forEach(append -> append.giveUp("the event log was stopped", new IllegalStateException("closed")));
        return true;
    }
}
