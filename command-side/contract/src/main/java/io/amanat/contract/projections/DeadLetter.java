package io.amanat.contract.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that the read tables do not show yet.
 *
 * @param sequence what waits together, in order: a trade by its purchase request's id, an account or API key by its own
 * @param eventType the stored name
 * @param cause why it could not be taken; absent for an event that only waits behind one that could not
 * @param attempts how often it was tried
 * @param since when it was set aside
 */
public record DeadLetter(
        long position,
        String sequence,
        String eventId,
        String eventType,
        @Nullable String cause,
        int attempts,
        Instant since) {}
