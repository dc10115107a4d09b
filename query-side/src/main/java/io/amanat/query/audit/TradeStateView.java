package io.amanat.query.audit;

import io.amanat.query.view.MoneyView;
import io.amanat.query.view.TokenAmountView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trade as of a point of the log.
 *
 * @param asOfPosition position of the last event that is in it
 * @param asOf when that happened
 * @param events how many events it was made from
 */
record TradeStateView(
        UUID requestId,
        long asOfPosition,
        Instant asOf,
        RequestState request,
        List<OfferState> offers,
        @Nullable PaymentState payment,
        List<AccountBalance> balances,
        @Nullable DisputeState dispute,
        List<TransferState> custodyTransfers,
        int events) {
    record RequestState(
            String status,
            @Nullable UUID buyerId,
            @Nullable UUID sellerId,
            @Nullable UUID acceptedOfferId,
            @Nullable UUID paymentId,
            @Nullable UUID disputeId,
            @Nullable String cancellationCause,
            @Nullable String completionCause,
            int deliveryAttempts) {}

    record OfferState(UUID id, UUID sellerId, String status, MoneyView price) {}

    record PaymentState(
            UUID id,
            String status,
            @Nullable String escrowState,
            TokenAmountView due,
            TokenAmountView held,
            @Nullable String frozen) {}

    record AccountBalance(String account, String amount, String currency, long chainId, String contract) {}

    record DisputeState(
            UUID id,
            String status,
            String category,
            UUID openedBy,
            TokenAmountView atStake,
            int evidenceCount,
            int timelineCount,
            @Nullable String ruling,
            @Nullable TokenAmountView toBuyer,
            @Nullable TokenAmountView toSeller) {}

    record TransferState(
            UUID id,
            String kind,
            String status,
            TokenAmountView amount,
            String to,
            int attempt,
            @Nullable String txHash) {}
}
