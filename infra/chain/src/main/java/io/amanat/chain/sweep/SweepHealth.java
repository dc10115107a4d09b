package io.amanat.chain.sweep;

import io.amanat.chain.loop.Loop.Trouble;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** DOWN while the rounds fail; what waits for a person or for better times is told and no failure. */
final class SweepHealth implements HealthIndicator {
    private final Supplier<Optional<SweptChain>> chain;

    SweepHealth(Supplier<Optional<SweptChain>> chain) {
        this.chain = chain;
    }

    @Override
    public Health health() {
        return chain.get()
                .map(SweepHealth::of)
                .orElseGet(() -> Health.unknown()
                        .withDetail("sweeps", "This chain has no node: nothing is swept.")
                        .build());
    }

    private static Health of(SweptChain chain) {
        Optional<Trouble> failing = chain.loop().trouble();
        Health.Builder health = failing.isPresent() ? Health.down() : Health.up();
        failing.ifPresent(
                trouble -> health.withDetail("failingSince", trouble.since().toString())
                        .withDetail("failing", trouble.sentence()));
        return health.withDetail("unsigned", chain.worker().unsigned())
                .withDetail("troubles", chain.worker().troubles())
                .build();
    }
}
