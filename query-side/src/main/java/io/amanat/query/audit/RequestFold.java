package io.amanat.query.audit;

import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryEvent;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent;
import org.jspecify.annotations.Nullable;

/** What its events make of a purchase request. */
final class RequestFold {
    PurchaseRequestStatus status = PurchaseRequestStatus.PENDING;

    @Nullable
    UserId buyerId;

    @Nullable
    UserId sellerId;

    @Nullable
    OfferId acceptedOfferId;

    @Nullable
    PaymentId paymentId;

    @Nullable
    DisputeId disputeId;

    @Nullable
    CancellationCause cancellationCause;

    @Nullable
    CompletionCause completionCause;

    int deliveryAttempts;

    void apply(PurchaseRequestEvent event) {
        switch (event) {
            case RequestLifecycleEvent e -> lifecycle(e);
            case OfferEvent e -> offer(e);
            case DeliveryEvent e -> delivery(e);
        }
    }

    private void lifecycle(RequestLifecycleEvent event) {
        switch (event) {
            case RequestLifecycleEvent.PurchaseRequestCreated e -> buyerId = e.buyerId();
            case RequestLifecycleEvent.PurchaseRequestEdited _ -> {}
            case RequestLifecycleEvent.PurchaseRequestCancelled e -> {
                status = PurchaseRequestStatus.CANCELLED;
                cancellationCause = e.cause();
            }
            case RequestLifecycleEvent.RequestPaymentConfirmed _ -> status = PurchaseRequestStatus.PAYMENT_CONFIRMED;
            case RequestLifecycleEvent.PurchaseRequestCompleted e -> {
                status = PurchaseRequestStatus.COMPLETED;
                completionCause = e.cause();
            }
            case RequestLifecycleEvent.PurchaseRequestDisputed e -> {
                status = PurchaseRequestStatus.DISPUTED;
                disputeId = e.disputeId();
            }
            case RequestLifecycleEvent.ResumedForReplacement _ -> {
                status = PurchaseRequestStatus.IN_PROGRESS;
                completionCause = null;
            }
            case RequestLifecycleEvent.PurchaseRequestRefunded _ -> status = PurchaseRequestStatus.REFUNDED;
            case RequestLifecycleEvent.SellerPaid _ -> status = PurchaseRequestStatus.SELLER_PAID;
        }
    }

    private void offer(OfferEvent event) {
        switch (event) {
            case OfferEvent.OfferMade _ -> {
                if (status == PurchaseRequestStatus.PENDING) {
                    status = PurchaseRequestStatus.RECEIVED_OFFERS;
                }
            }
            case OfferEvent.NegotiationOpened _ -> status = PurchaseRequestStatus.IN_NEGOTIATION;
            case OfferEvent.OfferAccepted e -> {
                status = PurchaseRequestStatus.PAYMENT_PENDING;
                acceptedOfferId = e.offerId();
                sellerId = e.sellerId();
                paymentId = e.paymentId();
            }
            case OfferEvent.OfferWithdrawn e -> status = e.requestStatus();
            case OfferEvent.OfferRejected e -> status = e.requestStatus();
            case OfferEvent.OfferRevised _, OfferEvent.OfferQuoted _ -> {}
        }
    }

    private void delivery(DeliveryEvent event) {
        switch (event) {
            case DeliveryEvent.WorkStarted _ -> status = PurchaseRequestStatus.IN_PROGRESS;
            case DeliveryEvent.GoodsShipped _ -> status = PurchaseRequestStatus.DELIVERY;
            case DeliveryEvent.DeliveryHandedOver _ -> status = PurchaseRequestStatus.DELIVERED;
            case DeliveryEvent.DeliveryCodeIssued _ -> {}
            case DeliveryEvent.DeliveryAttemptFailed e -> deliveryAttempts = e.attempt();
            case DeliveryEvent.DeliveryConfirmed e -> deliveryAttempts = e.attempt();
        }
    }
}
