package io.amanat.contract.marketplace;

import io.amanat.contract.EventType;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import org.jspecify.annotations.Nullable;

/** The request itself, from asking to the end of the trade. */
public sealed interface RequestLifecycleEvent extends PurchaseRequestEvent {
    @EventType("purchase-request.created.v1")
    record PurchaseRequestCreated(PurchaseRequestId requestId, UserId buyerId, RequestDetails details)
            implements RequestLifecycleEvent {}

    @EventType("purchase-request.edited.v1")
    record PurchaseRequestEdited(PurchaseRequestId requestId, RequestDetails details)
            implements RequestLifecycleEvent {}

    @EventType("purchase-request.cancelled.v1")
    record PurchaseRequestCancelled(
            PurchaseRequestId requestId,
            CancellationCause cause,
            @Nullable PersonalText reason) implements RequestLifecycleEvent {}

    @EventType("purchase-request.payment-confirmed.v1")
    record RequestPaymentConfirmed(PurchaseRequestId requestId, PaymentId paymentId) implements RequestLifecycleEvent {}

    @EventType("purchase-request.completed.v1")
    record PurchaseRequestCompleted(PurchaseRequestId requestId, CompletionCause cause)
            implements RequestLifecycleEvent {}

    /** {@code statusBefore} is where the request stood when the dispute froze it. */
    @EventType("purchase-request.disputed.v1")
    record PurchaseRequestDisputed(PurchaseRequestId requestId, DisputeId disputeId, PurchaseRequestStatus statusBefore)
            implements RequestLifecycleEvent {}

    @EventType("purchase-request.resumed-for-replacement.v1")
    record ResumedForReplacement(PurchaseRequestId requestId, DisputeId disputeId) implements RequestLifecycleEvent {}

    @EventType("purchase-request.refunded.v1")
    record PurchaseRequestRefunded(PurchaseRequestId requestId, PaymentId paymentId) implements RequestLifecycleEvent {}

    @EventType("purchase-request.seller-paid.v1")
    record SellerPaid(PurchaseRequestId requestId, PaymentId paymentId) implements RequestLifecycleEvent {}
}
