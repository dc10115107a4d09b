package io.amanat.eventlog;

import java.time.Duration;

/**
 * Bounds of {@link GroupCommit}. None of them delays anything when there is little to do.
 *
 * @param queueEventsMax events that may wait; more, and callers wait for room
 * @param batchEventsMax events of one commit; a single append with more goes alone
 * @param batchBytesMax payload and metadata of one commit, bytes; a single larger append goes alone
 * @param eventBytesMax payload and metadata of one event, bytes; a larger one is refused
 * @param enqueueTimeout how long a caller waits for room in the queue
 * @param outcomeTimeout how long a caller waits for the outcome once queued
 */
public record GroupCommitSettings(
        int queueEventsMax,
        int batchEventsMax,
        int batchBytesMax,
        int eventBytesMax,
        Duration enqueueTimeout,
        Duration outcomeTimeout) {

    public GroupCommitSettings {
        if (queueEventsMax < 1 || batchEventsMax < 1 || batchBytesMax < 1 || eventBytesMax < 1) {
            throw new IllegalArgumentException("A bound of the event log must be at least 1");
        }
        if (enqueueTimeout.isNegative() || !outcomeTimeout.isPositive()) {
            throw new IllegalArgumentException("A timeout of the event log must be positive");
        }
    }

    /** 10,000 events waiting, commits of up to 1,000 events or 8 MiB, events of up to 1 MiB; 5 s for room, 30 s for the outcome. */
    public static GroupCommitSettings defaults() {
        return new GroupCommitSettings(10_000, 1_000, 8 << 20, 1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
