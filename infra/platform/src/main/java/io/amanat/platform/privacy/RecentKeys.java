package io.amanat.platform.privacy;

import com.google.crypto.tink.Aead;
import io.amanat.contract.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys that were used last, few and not for long. */
final class RecentKeys {
    private static final int SIZE_MAX = 1_000;
    private static final Duration AGE_MAX = Duration.ofSeconds(10);

    private final Clock clock;
    private final Map<UserId, Entry> entries = new LinkedHashMap<>();

    RecentKeys(Clock clock) {
        this.clock = clock;
    }

    private record Entry(Aead key, Instant loadedAt) {}

    synchronized Optional<Aead> get(UserId subject) {
        Entry entry = entries.get(subject);
        if (entry == null || entry.loadedAt.plus(AGE_MAX).isBefore(clock.instant())) {
            entries.remove(subject);
            return Optional.empty();
        }
        return Optional.of(entry.key);
    }

    synchronized void put(UserId subject, Aead key) {
        if (entries.size() >= SIZE_MAX) {
            entries.remove(entries.keySet().iterator().next());
        }
        entries.put(subject, new Entry(key, clock.instant()));
    }

    synchronized void remove(UserId subject) {
        entries.remove(subject);
    }
}
