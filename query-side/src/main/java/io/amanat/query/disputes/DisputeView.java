package io.amanat.query.disputes;

import io.amanat.query.view.MoneyView;
import io.amanat.query.view.Presentation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as both parties and staff see it.
 *
 * @param respondBy until when the other side may answer
 * @param toBuyer only for a compensation, as is {@code toSeller}
 * @param resolvedBy absent when the respondent's silence decided
 */
record DisputeView(
        UUID id,
        UUID paymentId,
        UUID requestId,
        UUID buyerId,
        UUID sellerId,
        UUID openedBy,
        String category,
        String reason,
        String status,
        MoneyView atStake,
        Instant respondBy,
        @Nullable Instant respondedAt,
        @Nullable Instant responseLapsedAt,
        List<Statement> evidence,
        List<Statement> timeline,
        @Nullable String ruling,
        @Nullable MoneyView toBuyer,
        @Nullable MoneyView toSeller,
        @Nullable String rationale,
        @Nullable UUID resolvedBy,
        @Nullable Instant resolvedAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static DisputeView of(DisputeRow row, Statements statements, Presentation show) {
        return new DisputeView(
                row.id(),
                row.paymentId,
                row.purchaseRequestId,
                row.buyerId,
                row.sellerId,
                row.openedBy,
                row.category,
                show.text(row.reason),
                row.status,
                MoneyView.of(row.amountAtStake, row.currency),
                row.respondBy,
                row.respondedAt,
                row.responseLapsedAt,
                statements.read(row.evidence),
                statements.read(row.timeline),
                row.ruling,
                part(row.amountToBuyer, row.currency),
                part(row.amountToSeller, row.currency),
                show.textOrNull(row.rationale),
                row.resolvedBy,
                row.resolvedAt,
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }

    private static @Nullable MoneyView part(@Nullable BigDecimal amount, String currency) {
        return amount == null ? null : MoneyView.of(amount, currency);
    }
}
