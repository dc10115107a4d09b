package io.amanat.contract.marketplace;

import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import org.jspecify.annotations.Nullable;

/** What a purchase request can be told. {@code by} is the user who asks; commands without it come from the escrow saga. */
public sealed interface PurchaseRequestCommand extends Command {
    PurchaseRequestId requestId();

    @Override
    default PurchaseRequestId target() {
        return requestId();
    }

    record CreatePurchaseRequest(PurchaseRequestId requestId, UserId buyerId, RequestDetails details)
            implements PurchaseRequestCommand {}

    record EditPurchaseRequest(PurchaseRequestId requestId, UserId by, RequestDetails details)
            implements PurchaseRequestCommand {}

    /** Possible until an offer is accepted; after that the payment is cancelled instead, while nothing was seen. */
    record WithdrawPurchaseRequest(
            PurchaseRequestId requestId,
            UserId by,
            @Nullable PersonalText reason) implements PurchaseRequestCommand {}

    record MakeOffer(PurchaseRequestId requestId, OfferId offerId, UserId sellerId, OfferTerms terms)
            implements PurchaseRequestCommand {}

    record ReviseOffer(PurchaseRequestId requestId, OfferId offerId, UserId by, OfferTerms terms)
            implements PurchaseRequestCommand {}

    record WithdrawOffer(PurchaseRequestId requestId, OfferId offerId, UserId by) implements PurchaseRequestCommand {}

    record OpenNegotiation(PurchaseRequestId requestId, OfferId offerId, UserId by) implements PurchaseRequestCommand {}

    record RejectOffer(
            PurchaseRequestId requestId,
            OfferId offerId,
            UserId by,
            @Nullable PersonalText reason) implements PurchaseRequestCommand {}

    /**
     * Accepts one offer and rejects the others.
     *
     * @param paymentId chosen by the caller, so that a retry is recognised
     * @param asset what the buyer will pay in; its currency is the price's, unless there is a quote
     * @param quote what the price is in the asset; absent when the price is paid in its own currency
     */
    record AcceptOffer(
            PurchaseRequestId requestId,
            OfferId offerId,
            UserId by,
            PaymentId paymentId,
            PaymentProvider provider,
            Asset asset,
            EvmAddress refundAddress,
            @Nullable Quote quote)
            implements PurchaseRequestCommand {
        /** In the price's own currency. */
        public AcceptOffer(
                PurchaseRequestId requestId,
                OfferId offerId,
                UserId by,
                PaymentId paymentId,
                PaymentProvider provider,
                Asset asset,
                EvmAddress refundAddress) {
            this(requestId, offerId, by, paymentId, provider, asset, refundAddress, null);
        }
    }

    record ConfirmRequestPayment(PurchaseRequestId requestId, PaymentId paymentId) implements PurchaseRequestCommand {}

    /** The payment ended without funds. */
    record CancelRequest(PurchaseRequestId requestId, CancellationCause cause) implements PurchaseRequestCommand {}

    record StartWork(PurchaseRequestId requestId, UserId by) implements PurchaseRequestCommand {}

    record ShipGoods(PurchaseRequestId requestId, UserId by, Shipment shipment) implements PurchaseRequestCommand {}

    record HandOver(PurchaseRequestId requestId, UserId by) implements PurchaseRequestCommand {}

    /** Replaces an earlier code; wrong tries are not forgotten. */
    record IssueDeliveryCode(PurchaseRequestId requestId, UserId by, DeliveryCodeHash codeHash)
            implements PurchaseRequestCommand {}

    /** Answers a {@link DeliveryAttempt}. */
    record ConfirmDelivery(PurchaseRequestId requestId, UserId by, DeliveryCodeHash codeHash)
            implements PurchaseRequestCommand {
        @Override
        public @Nullable Object answer(Event first) {
            return first instanceof DeliveryEvent tried ? DeliveryAttempt.of(tried) : null;
        }
    }

    record LapseInspection(PurchaseRequestId requestId) implements PurchaseRequestCommand {}

    record MarkDisputed(PurchaseRequestId requestId, DisputeId disputeId) implements PurchaseRequestCommand {}

    /** The ruling was replacement: the seller delivers again. */
    record ResumeForReplacement(PurchaseRequestId requestId, DisputeId disputeId) implements PurchaseRequestCommand {}

    /** The ruling leaves the seller with something: the buyer's side is over. */
    record CompleteByRuling(PurchaseRequestId requestId, DisputeId disputeId) implements PurchaseRequestCommand {}

    record MarkRefunded(PurchaseRequestId requestId, PaymentId paymentId) implements PurchaseRequestCommand {}

    record MarkSellerPaid(PurchaseRequestId requestId, PaymentId paymentId) implements PurchaseRequestCommand {}
}
