package io.amanat.chain.quote;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN while a configured price cannot be quoted, with why. UNKNOWN where quoting is off. No part of readiness: everything else works.
 * The sources are asked at most every ten seconds.
 */
final class QuotingHealth implements HealthIndicator {
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final @Nullable SourcedQuoteDesk desk;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private List<String> troubles = List.of();

    QuotingHealth(@Nullable SourcedQuoteDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (desk == null) {
            return Health.unknown().withDetail("quoting", "Quoting is off.").build();
        }
        List<String> now = troubles(desk);
        return (now.isEmpty() ? Health.up() : Health.down())
                .withDetail("troubles", now)
                .build();
    }

    private synchronized List<String> troubles(SourcedQuoteDesk asked) {
        Instant now = clock.instant();
        if (askedAt.isBefore(now.minus(KEPT))) {
            troubles = asked.troubles();
            askedAt = now;
        }
        return troubles;
    }
}
