package io.amanat.engine.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code amanat.projections.*}.
 *
 * @param segments how many threads, on all nodes together, fill the read tables; taken at the very first start. A change later comes
 *     with a rebuild: until then the tables keep the number that they have
 * @param batchEventsMax the most events whose rows are written in one transaction
 * @param attemptsMax how often an event that fails is tried before it is set aside
 * @param attemptPause between two tries
 * @param lease how long a node may be silent before another takes over its segments; also the longest that a transaction may stand
 *     still in the middle
 * @param poll the longest wait for news when nobody wakes
 * @param backoffMax the longest pause between two tries while the database does not do its part
 */
@ConfigurationProperties("amanat.projections")
public record LiveSettings(
        @DefaultValue("1") int segments,
        @DefaultValue("500") int batchEventsMax,
        @DefaultValue("3") int attemptsMax,
        @DefaultValue("50ms") Duration attemptPause,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration backoffMax) {

    private static final int SEGMENTS_MAX = 16;

    /** Refuses what cannot be meant. */
    public LiveSettings {
        if (segments < 1 || segments > SEGMENTS_MAX) {
            throw new IllegalArgumentException("amanat.projections.segments is between 1 and " + SEGMENTS_MAX);
        }
        if (batchEventsMax < 1 || attemptsMax < 1) {
            throw new IllegalArgumentException("amanat.projections.batch-events-max and attempts-max are at least 1");
        }
        if (!attemptPause.isPositive() || !lease.isPositive() || !poll.isPositive() || !backoffMax.isPositive()) {
            throw new IllegalArgumentException("the durations of amanat.projections are positive");
        }
    }

    /** How often a lease is renewed at least, and a node says that it lives. */
    Duration renewal() {
        return lease.dividedBy(3);
    }
}
