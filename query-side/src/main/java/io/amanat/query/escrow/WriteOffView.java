package io.amanat.query.escrow;

import io.amanat.query.view.TokenAmountView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the platform bears what the chain took back, or that somebody wants it to.
 *
 * @param status waits for a guard as long as nobody has decided
 * @param amount what was exposed; what of it came back later is in the ledger, account {@code loss}
 */
record WriteOffView(
        UUID id,
        UUID paymentId,
        String status,
        TokenAmountView amount,
        UUID proposedBy,
        String proposalReason,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable String decisionReason,
        @Nullable Instant decidedAt) {}
