package io.amanat.query.escrow;

import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import io.amanat.query.view.Presentation;
import io.amanat.query.view.TokenAmountView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as one of its parties, or staff, may see it.
 *
 * @param due what the buyer pays; in time, when there is a quote
 * @param quote absent when the price is paid in its own currency
 * @param refundAddress the buyer's; only the buyer and staff see it
 * @param payoutAddress the seller's; only the seller and staff see it
 * @param frozen why the money may not move now
 * @param offChain present when somebody confirmed that it was paid outside of the chain
 * @param heldForSafetyCheck money has arrived that waits for a guard; why, only guards see
 */
record PaymentView(
        UUID id,
        @Nullable UUID requestId,
        @Nullable UUID offerId,
        UUID buyerId,
        UUID sellerId,
        String provider,
        String status,
        @Nullable String escrowState,
        TokenAmountView due,
        @Nullable QuoteView quote,
        TokenAmountView held,
        int platformFeeBps,
        int toleranceBps,
        Destination destination,
        @Nullable String refundAddress,
        @Nullable String payoutAddress,
        Instant payBy,
        @Nullable String frozen,
        boolean heldForSafetyCheck,
        @Nullable String settlementCause,
        @Nullable OffChain offChain,
        @Nullable Instant fundedAt,
        @Nullable Instant settledAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** Where to pay to, and on which chain. */
    record Destination(UUID id, String address, long chainId) {}

    /**
     * That people vouch for this payment.
     *
     * @param evidence and who showed it: for those who confirm and approve
     */
    record OffChain(
            UUID id,
            String status,
            @Nullable String evidence,
            @Nullable UUID confirmedBy) {}

    static PaymentView of(PaymentRow row, @Nullable QuoteView quote, Caller caller, Presentation show) {
        return new PaymentView(
                row.id(),
                row.purchaseRequestId,
                row.sellerOfferId,
                row.buyerId,
                row.sellerId,
                row.provider,
                row.status,
                row.escrowState,
                amount(row, row.amountUnits, show),
                quote,
                amount(row, row.heldUnits, show),
                row.platformFeeBps,
                row.toleranceBps,
                new Destination(row.destinationId, show.address(row.destinationAddress), row.chainId),
                seenBy(caller, row.buyerId) ? show.address(row.refundAddress) : null,
                seenBy(caller, row.sellerId) ? show.address(row.payoutAddress) : null,
                row.payBy,
                row.freezeCause,
                row.heldForSafetyCheck,
                row.settlementCause,
                offChain(row, caller, show),
                row.fundedAt,
                row.settledAt,
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }

    private static @Nullable OffChain offChain(PaymentRow row, Caller caller, Presentation show) {
        UUID id = row.offChainId;
        String status = row.offChainStatus;
        if (id == null || status == null) {
            return null;
        }
        boolean decides = caller.role() == Role.ADMIN || caller.role() == Role.GUARD;
        return new OffChain(
                id,
                status,
                decides ? show.textOrNull(row.offChainEvidence) : null,
                decides ? row.offChainConfirmedBy : null);
    }

    private static TokenAmountView amount(PaymentRow row, BigDecimal units, Presentation show) {
        return show.amount(units, row.currency, row.chainId, row.tokenAddress, row.tokenDecimals);
    }

    private static boolean seenBy(Caller caller, UUID owner) {
        return caller.staff() || caller.requireUserId().value().equals(owner);
    }
}
