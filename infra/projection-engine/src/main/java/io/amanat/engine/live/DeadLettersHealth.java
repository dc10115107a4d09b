package io.amanat.engine.live;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Down while an event is set aside: for its trade, the read tables show an old state, and only a person can help. Everything else works,
 * so that liveness and readiness do not look at it.
 */
final class DeadLettersHealth extends AbstractHealthIndicator {
    private final DeadLetterTable letters;

    DeadLettersHealth(DeadLetterTable letters) {
        super("dead letters cannot be counted");
        this.letters = letters;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long count = letters.count();
        health.status(count == 0 ? "UP" : "DOWN").withDetail("count", count);
        letters.oldest().ifPresent(since -> health.withDetail("oldestSince", since.toString()));
    }
}
