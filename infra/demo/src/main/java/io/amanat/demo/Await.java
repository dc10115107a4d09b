package io.amanat.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits, with a bound, for something that the platform does by itself. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Duration patience;

    Await(Duration patience) {
        this.patience = patience;
    }

    <T> T until(String what, Supplier<T> look, Predicate<T> there) {
        Instant giveUp = Instant.now().plus(patience);
        while (true) {
            T seen = look.get();
            if (there.test(seen)) {
                return seen;
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException(
                        "Waited " + patience.toSeconds() + " s for " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
