package io.amanat.query.escrow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that the platform has paid out and that the chain took back afterwards.
 *
 * @param amount what is not covered yet, more than zero
 * @param since when the first of it was booked
 * @param actor who booked the first of it
 */
record ExposureView(
        UUID paymentId,
        @Nullable UUID requestId,
        String amount,
        String currency,
        long chainId,
        String contract,
        Instant since,
        String actor) {}
