package io.amanat.api.idempotency;

import io.amanat.api.ApiSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets answers whose time is over, a batch at a time. */
@Component
final class IdempotencyPurge {
    private final IdempotencyStore store;
    private final int batchRowsMax;

    IdempotencyPurge(IdempotencyStore store, ApiSettings settings) {
        this.store = store;
        this.batchRowsMax = settings.purgeBatchRowsMax();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void purge() {
        store.purge(batchRowsMax);
    }
}
