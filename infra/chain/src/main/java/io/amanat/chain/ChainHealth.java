package io.amanat.chain;

import io.amanat.chain.loop.Loop.Trouble;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN while nothing is seen (also because nodes contradict each other) or nothing can be paid, with the reason and since when. A single transfer that waits is a sentence in the
 * details of an UP. UNKNOWN without a chain.
 */
final class ChainHealth implements HealthIndicator {

    private final @Nullable ChainService service;

    ChainHealth(@Nullable ChainService service) {
        this.service = service;
    }

    @Override
    public Health health() {
        if (service == null) {
            return Health.unknown()
                    .withDetail("chain", "No chain is configured: nothing is seen and payouts wait.")
                    .build();
        }
        Optional<Trouble> blind = service.blindness();
        Optional<Trouble> standstill = service.standstill();
        Health.Builder health = blind.isPresent() || standstill.isPresent() ? Health.down() : Health.up();
        blind.ifPresent(trouble ->
                health.withDetail("blindSince", trouble.since().toString()).withDetail("blind", trouble.sentence()));
        standstill.ifPresent(
                trouble -> health.withDetail("noPayoutsSince", trouble.since().toString())
                        .withDetail("noPayouts", trouble.sentence()));
        return health.withDetail("headBlock", service.headNumber())
                .withDetail("lagBlocks", service.lagBlocks())
                .withDetail("pendingPayouts", service.pendingPayouts())
                .withDetail("troubles", service.troubles())
                .build();
    }
}
