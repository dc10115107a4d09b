package io.amanat.engine.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the jobs on the read tables.
 *
 * @param poll how often a node looks for a job that nobody works on
 * @param lease after which another node takes over a job of a node that is gone
 * @param heartbeat how often a lease is renewed and a wish to cancel is seen
 * @param windowEvents events per transaction
 * @param windowsAhead windows that are read and computed while one is written
 * @param eventAttemptsMax how often an event is tried before it is set aside
 * @param attemptsMax how often a job is taken up without getting on before it is given up
 * @param retryPause before a job is taken up again after the database did not answer
 * @param switchLockWait how long a switch waits for the live projections to pause
 * @param switchAttemptsMax how often a switch is tried
 * @param switchEventsMax events that may be missing when the live projections are paused; more are caught up before
 * @param indexMemoryMegabytes for building an index
 * @param sortMemoryMegabytes for each of the two sorts of a comparison
 * @param differencesMax differences that a certificate names; more are counted
 */
@ConfigurationProperties("amanat.read-table-jobs")
public record JobSettings(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("1s") Duration heartbeat,
        @DefaultValue("5000") int windowEvents,
        @DefaultValue("2") int windowsAhead,
        @DefaultValue("3") int eventAttemptsMax,
        @DefaultValue("5") int attemptsMax,
        @DefaultValue("5s") Duration retryPause,
        @DefaultValue("2s") Duration switchLockWait,
        @DefaultValue("30") int switchAttemptsMax,
        @DefaultValue("1000") int switchEventsMax,
        @DefaultValue("128") int indexMemoryMegabytes,
        @DefaultValue("64") int sortMemoryMegabytes,
        @DefaultValue("100") int differencesMax) {}
