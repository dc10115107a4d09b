package io.amanat.api.identity;

import io.amanat.api.ApiSettings;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sessions whose time is over, a batch at a time. */
@Component
final class SessionPurge {
    private final RefreshTokenStore tokens;
    private final Clock clock;
    private final int batchRowsMax;

    SessionPurge(RefreshTokenStore tokens, Clock clock, ApiSettings settings) {
        this.tokens = tokens;
        this.clock = clock;
        this.batchRowsMax = settings.purgeBatchRowsMax();
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void purge() {
        tokens.purge(clock.instant(), batchRowsMax);
    }
}
