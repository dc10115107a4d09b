package io.amanat.chain.reconcile;

import io.amanat.chain.loop.Loop.Trouble;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** DOWN while the last report has an alarm, with its first sentences. UNKNOWN before there is any report. */
final class ReconciliationHealth implements HealthIndicator {
    private static final int SENTENCES_MAX = 5;

    private final ReportStore store;
    private final long chainId;
    private final Supplier<Optional<Trouble>> trouble;

    ReconciliationHealth(ReportStore store, long chainId, Supplier<Optional<Trouble>> trouble) {
        this.store = store;
        this.chainId = chainId;
        this.trouble = trouble;
    }

    @Override
    public Health health() {
        Health.Builder health = store.latest(chainId)
                .map(this::of)
                .orElseGet(() -> Health.unknown().withDetail("reconciliation", "There is no report yet."));
        trouble.get()
                .ifPresent(failing -> health.withDetail(
                                "failingSince", failing.since().toString())
                        .withDetail("failing", failing.sentence()));
        return health.build();
    }

    private Health.Builder of(ReportStore.Latest latest) {
        Health.Builder health = latest.alarms() > 0
                ? Health.down().withDetail("alarm", store.sentences(latest.id(), SENTENCES_MAX))
                : Health.up();
        return health.withDetail("report", latest.id().toString())
                .withDetail("block", latest.blockNumber())
                .withDetail("alarms", latest.alarms())
                .withDetail("at", latest.at().toString());
    }
}
