package io.amanat.query.marketplace;

import io.amanat.contract.access.Caller;
import io.amanat.query.view.MoneyView;
import io.amanat.query.view.Presentation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer.
 *
 * @param payoutAddress where the seller wants to be paid; only the seller and staff see it
 * @param version of the purchase request, which is what {@code If-Match} compares
 */
record OfferView(
        UUID id,
        UUID requestId,
        UUID sellerId,
        MoneyView price,
        int deliveryDays,
        @Nullable String message,
        @Nullable String payoutAddress,
        @Nullable Instant validUntil,
        String status,
        @Nullable String rejectionCause,
        @Nullable String rejectionReason,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static OfferView of(OfferRow row, Caller caller, Presentation show) {
        boolean own = caller.requireUserId().value().equals(row.sellerId);
        return new OfferView(
                row.id(),
                row.purchaseRequestId,
                row.sellerId,
                MoneyView.of(row.price, row.currency),
                row.deliveryDays,
                show.textOrNull(row.message),
                own || caller.staff() ? show.address(row.payoutAddress) : null,
                row.validUntil,
                row.status,
                row.rejectionCause,
                show.textOrNull(row.rejectionReason),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }
}
