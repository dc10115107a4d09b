package io.amanat.chain.provider;

import io.amanat.chain.provider.ProviderDeliveries.Waiting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * DOWN for a day when a delivery stays undecided: something stopped between its receipt and the chain's answer, and its provider has not
 * sent it again. No money depends on it; the watcher sees what the chain shows. Part of neither probe. Metric
 * {@code amanat.providers.deliveries.waiting}.
 */
final class ProviderHealth implements HealthIndicator, MeterBinder {
    /** Nobody can decide it later: its body is not kept. So after this it is only counted. */
    static final Duration NAGS_FOR = Duration.ofDays(1);

    private final ProviderDeliveries deliveries;
    private final Duration decidedWithin;
    private final Clock clock;

    ProviderHealth(ProviderDeliveries deliveries, Duration decidedWithin, Clock clock) {
        this.deliveries = deliveries;
        this.decidedWithin = decidedWithin;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Waiting waiting = waiting();
        Health.Builder health = waiting.recent() > 0 ? Health.down() : Health.up();
        waiting.oldest().ifPresent(oldest -> health.withDetail("waitingSince", oldest.toString()));
        return health.withDetail("waiting", waiting.all()).build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "amanat.providers.deliveries.waiting",
                        this,
                        it -> it.waiting().all())
                .description("Deliveries of providers of which nobody has said, for too long, what the chain says")
                .register(registry);
    }

    private Waiting waiting() {
        return deliveries.waiting(
                clock.instant().minus(decidedWithin), clock.instant().minus(NAGS_FOR));
    }
}
