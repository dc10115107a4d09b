package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryCodeIssued;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestCommand.IssueDeliveryCode;
import io.amanat.contract.marketplace.PurchaseRequestCommand.LapseInspection;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import java.util.List;

/** The buyer confirms with the code, or lets the inspection window pass. */
final class Confirming {
    private Confirming() {}

    static List<PurchaseRequestEvent> issue(RequestState request, IssueDeliveryCode command) {
        Asked.byBuyer(request, command.by());
        Delivery delivery = request.delivery();
        if (command.codeHash().equals(delivery.code())) {
            return List.of();
        }
        unless(request.accepts(DeliveryCodeIssued.class), MarketplaceRule.CODES_ARE_ISSUED_FOR_HANDED_OVER_GOODS);
        unless(!delivery.locked(), MarketplaceRule.DELIVERY_CODE_LOCKED);
        unless(delivery.codesIssued() < Delivery.CODES_MAX, MarketplaceRule.DELIVERY_CODES_STAY_WITHIN_LIMITS);
        return List.of(new DeliveryCodeIssued(command.requestId(), command.codeHash()));
    }

    static List<PurchaseRequestEvent> confirm(RequestState request, ConfirmDelivery command) {
        Asked.byBuyer(request, command.by());
        Delivery delivery = request.delivery();
        boolean right = delivery.opensWith(command.codeHash());
        if (right && delivery.confirmed()) {
            return List.of();
        }
        unless(request.status() == PurchaseRequestStatus.DELIVERED, MarketplaceRule.ONLY_DELIVERED_GOODS_ARE_CONFIRMED);
        unless(delivery.code() != null, MarketplaceRule.A_CODE_IS_ISSUED_FIRST);
        unless(!delivery.locked(), MarketplaceRule.DELIVERY_CODE_LOCKED);
        int attempt = delivery.attempts() + 1;
        return right
                ? List.of(
                        new DeliveryConfirmed(command.requestId(), attempt),
                        new PurchaseRequestCompleted(command.requestId(), CompletionCause.DELIVERY_CONFIRMED))
                : List.of(new DeliveryAttemptFailed(command.requestId(), attempt, delivery.lastTry()));
    }

    /** A window that lapses after the request was completed, in whatever way, changes nothing. */
    static List<PurchaseRequestEvent> lapse(RequestState request, LapseInspection command) {
        if (request.completion() != null) {
            return List.of();
        }
        unless(request.status() == PurchaseRequestStatus.DELIVERED, MarketplaceRule.ONLY_DELIVERED_REQUESTS_LAPSE);
        return List.of(new PurchaseRequestCompleted(command.requestId(), CompletionCause.INSPECTION_LAPSED));
    }
}
