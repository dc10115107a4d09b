package io.amanat.domain.marketplace;

import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryEvent;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestLifecycleEvent;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCancelled;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestEdited;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestRefunded;
import io.amanat.contract.marketplace.RequestLifecycleEvent.RequestPaymentConfirmed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.ResumedForReplacement;
import io.amanat.contract.marketplace.RequestLifecycleEvent.SellerPaid;
import io.amanat.domain.marketplace.RequestDispute.Ending;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A purchase request as of some event. It follows events and never refuses one: what is stored has happened.
 *
 * @param asCreated the first details, by which a repeated command is recognised
 */
record RequestState(
        PurchaseRequestStatus status,
        UserId buyerId,
        RequestDetails asCreated,
        RequestDetails details,
        Offers offers,
        @Nullable Agreement agreement,
        Delivery delivery,
        RequestDisputes disputes,
        @Nullable CancellationCause cancellation,
        @Nullable CompletionCause completion) {
    static RequestState created(PurchaseRequestCreated event) {
        return new RequestState(
                PurchaseRequestStatus.PENDING,
                event.buyerId(),
                event.details(),
                event.details(),
                new Offers(List.of()),
                null,
                Delivery.NONE,
                new RequestDisputes(List.of()),
                null,
                null);
    }

    boolean open() {
        return PurchaseRequestLifecycle.open(status);
    }

    boolean accepts(Class<? extends PurchaseRequestEvent> event) {
        return PurchaseRequestLifecycle.accepts(status, event);
    }

    RequestState after(PurchaseRequestEvent event) {
        RequestStateChange change = new RequestStateChange(this);
        switch (event) {
            case RequestLifecycleEvent lifecycle -> follow(change, lifecycle);
            case OfferEvent offer -> {
                change.offers = offers.after(offer);
                if (offer instanceof OfferAccepted accepted) {
                    change.agreement = Agreement.of(accepted);
                }
            }
            case DeliveryEvent step -> change.delivery = delivery.after(step);
        }
        change.status = next(event, change.offers);
        return change.made();
    }

    private void follow(RequestStateChange change, RequestLifecycleEvent event) {
        switch (event) {
            case PurchaseRequestEdited edited -> change.details = edited.details();
            case PurchaseRequestCancelled cancelled -> change.cancellation = cancelled.cause();
            case RequestPaymentConfirmed _ -> change.agreement = agreement == null ? null : agreement.asPaid();
            case PurchaseRequestCompleted completed -> {
                change.completion = completed.cause();
                change.disputes = disputes.end(Ending.COMPLETED);
            }
            case PurchaseRequestDisputed disputed -> change.disputes = disputes.opened(disputed.disputeId());
            case ResumedForReplacement _ -> {
                change.disputes = disputes.end(Ending.RESUMED);
                change.delivery = delivery.again();
                change.completion = null;
            }
            case PurchaseRequestCreated _, PurchaseRequestRefunded _, SellerPaid _ -> {}
        }
    }

    private PurchaseRequestStatus next(PurchaseRequestEvent event, Offers offersAfter) {
        Set<PurchaseRequestStatus> targets = PurchaseRequestLifecycle.targets(status, event.getClass());
        return switch (targets.size()) {
            case 0 -> status;
            case 1 -> targets.iterator().next();
            default -> offersAfter.openStatus();
        };
    }
}
