package io.amanat.contract.readtables;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param id of the new job, chosen by who asks: the same request under the same id is the same job
 * @param position of the log up to which to fill, included, from 1; for time travel only
 * @param at the instant up to which to fill, included; for time travel only, and instead of a position
 * @param requestedBy the actor
 */
public record JobRequest(
        UUID id,
        JobKind kind,
        @Nullable Long position,
        @Nullable Instant at,
        String requestedBy) {}
