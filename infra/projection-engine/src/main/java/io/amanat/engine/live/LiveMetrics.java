package io.amanat.engine.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the workers count. */
final class LiveMetrics {
    private final MeterRegistry registry;
    private final Timer batches;
    private final DistributionSummary events;
    private final Counter parked;
    private final Counter failures;

    LiveMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batches = Timer.builder("amanat.projection.batch")
                .description("Batches written, from the read to the commit")
                .register(registry);
        this.events = DistributionSummary.builder("amanat.projection.batch.events")
                .description("Events of a batch")
                .register(registry);
        this.parked = Counter.builder("amanat.projection.parked")
                .description("Events set aside as dead letters, those that only wait included")
                .register(registry);
        this.failures = Counter.builder("amanat.projection.failures")
                .description("Batches that failed and were repeated")
                .register(registry);
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    void taken(Timer.Sample sample, int count, int setAside) {
        sample.stop(batches);
        events.record(count);
        parked.increment(setAside);
    }

    void failed() {
        failures.increment();
    }
}
