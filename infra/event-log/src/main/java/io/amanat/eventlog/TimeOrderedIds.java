package io.amanat.eventlog;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Identifiers that grow with time (UUID version 7), so that the unique index on event ids grows at its right edge instead of everywhere.
 *
 * <p>Within a process each is greater than the one before, also when the clock is set back. They are unique, not secret: who knows one
 * may guess the next. Found by Axon as a service.
 */
public final class TimeOrderedIds extends IdentifierFactory {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int COUNTER_BITS = 12;

    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();
    private final AtomicLong random;

    public TimeOrderedIds() {
        this(Clock.systemUTC(), new SecureRandom().nextLong());
    }

    TimeOrderedIds(InstantSource clock, long seed) {
        this.clock = clock;
        this.random = new AtomicLong(seed);
    }

    @Override
    public String generateIdentifier() {
        long now = clock.millis() << COUNTER_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long time = ((tick >>> COUNTER_BITS) << 16) | 0x7000 | (tick & 0xFFF);
        long rest = (mix(random.addAndGet(GOLDEN_GAMMA)) >>> 2) | (1L << 63);
        return new UUID(time, rest).toString();
    }

    /** The finalizer of SplitMix64: with the golden step, every state gives another number. */
    private static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
