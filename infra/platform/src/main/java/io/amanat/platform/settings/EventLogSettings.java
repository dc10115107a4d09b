package io.amanat.platform.settings;

import io.amanat.eventlog.GroupCommitSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The event log's bounds, prefix {@code amanat.event-log}.
 *
 * @param queueEventsMax events that may wait to be stored; more, and callers wait for room
 * @param batchEventsMax events of one commit
 * @param batchBytesMax payload and metadata of one commit, in bytes
 * @param eventBytesMax payload and metadata of one event, in bytes; a larger one is refused
 * @param enqueueTimeout how long a command waits for room
 * @param outcomeTimeout how long a command waits to learn whether its events are stored
 * @param safetyNetPoll how often the log's head is asked for when no news come; never the normal way
 * @param cachedAggregatesMax aggregates kept in memory
 * @param snapshotEvery events of one aggregate after which its state is stored, so that loading it stays cheap
 */
@ConfigurationProperties("amanat.event-log")
public record EventLogSettings(
        @DefaultValue("10000") int queueEventsMax,
        @DefaultValue("1000") int batchEventsMax,
        @DefaultValue("8388608") int batchBytesMax,
        @DefaultValue("1048576") int eventBytesMax,
        @DefaultValue("5s") Duration enqueueTimeout,
        @DefaultValue("30s") Duration outcomeTimeout,
        @DefaultValue("5s") Duration safetyNetPoll,
        @DefaultValue("10000") int cachedAggregatesMax,
        @DefaultValue("100") int snapshotEvery) {

    public GroupCommitSettings groupCommit() {
        return new GroupCommitSettings(
                queueEventsMax, batchEventsMax, batchBytesMax, eventBytesMax, enqueueTimeout, outcomeTimeout);
    }
}
