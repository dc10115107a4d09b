package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.EditPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCancelled;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestEdited;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buyer asks, asks differently, or no longer asks. */
final class Asking {
    private Asking() {}

    static List<PurchaseRequestEvent> create(@Nullable RequestState existing, CreatePurchaseRequest command) {
        if (existing != null) {
            unless(
                    existing.buyerId().equals(command.buyerId())
                            && SealedText.alike(existing.asCreated(), command.details()),
                    MarketplaceRule.A_REQUEST_IS_CREATED_ONCE);
            return List.of();
        }
        DetailsRules.check(command.buyerId(), command.details());
        return List.of(new PurchaseRequestCreated(command.requestId(), command.buyerId(), command.details()));
    }

    static List<PurchaseRequestEvent> edit(RequestState request, EditPurchaseRequest command) {
        Asked.byBuyer(request, command.by());
        if (request.details().equals(command.details())) {
            return List.of();
        }
        unless(request.open(), MarketplaceRule.ONLY_OPEN_REQUESTS_CHANGE);
        DetailsRules.check(request.buyerId(), command.details());
        return List.of(new PurchaseRequestEdited(command.requestId(), command.details()));
    }

    static List<PurchaseRequestEvent> withdraw(RequestState request, WithdrawPurchaseRequest command) {
        Asked.byBuyer(request, command.by());
        if (request.cancellation() == CancellationCause.WITHDRAWN) {
            return List.of();
        }
        unless(request.open(), MarketplaceRule.ONLY_OPEN_REQUESTS_CHANGE);
        List<PurchaseRequestEvent> events = new ArrayList<>();
        events.add(new PurchaseRequestCancelled(command.requestId(), CancellationCause.WITHDRAWN, command.reason()));
        for (Offer offer : request.offers().live()) {
            events.add(new OfferRejected(
                    command.requestId(),
                    offer.id(),
                    RejectionCause.REQUEST_CANCELLED,
                    null,
                    PurchaseRequestStatus.CANCELLED));
        }
        return events;
    }
}
