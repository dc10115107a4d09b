package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.DeliveryEvent.WorkStarted;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.HandOver;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ShipGoods;
import io.amanat.contract.marketplace.PurchaseRequestCommand.StartWork;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import java.util.List;

/** The seller works, ships and hands over. What is to be shipped is shipped first; everything else may be handed over directly. */
final class Delivering {
    private Delivering() {}

    static List<PurchaseRequestEvent> start(RequestState request, StartWork command) {
        Asked.byAcceptedSeller(request, command.by());
        if (request.status() == PurchaseRequestStatus.IN_PROGRESS) {
            return List.of();
        }
        unless(request.accepts(WorkStarted.class), MarketplaceRule.WORK_STARTS_AFTER_PAYMENT);
        return List.of(new WorkStarted(command.requestId()));
    }

    static List<PurchaseRequestEvent> ship(RequestState request, ShipGoods command) {
        Asked.byAcceptedSeller(request, command.by());
        if (command.shipment().equals(request.delivery().shipment())) {
            return List.of();
        }
        unless(request.accepts(GoodsShipped.class), MarketplaceRule.GOODS_SHIP_DURING_WORK);
        return List.of(new GoodsShipped(command.requestId(), command.shipment()));
    }

    static List<PurchaseRequestEvent> handOver(RequestState request, HandOver command) {
        Asked.byAcceptedSeller(request, command.by());
        if (request.status() == PurchaseRequestStatus.DELIVERED) {
            return List.of();
        }
        unless(request.accepts(DeliveryHandedOver.class), MarketplaceRule.HAND_OVER_FOLLOWS_WORK);
        boolean unshipped = request.status() == PurchaseRequestStatus.IN_PROGRESS
                && request.details().delivery().method() == DeliveryMethod.SHIPPING;
        unless(!unshipped, MarketplaceRule.HAND_OVER_FOLLOWS_WORK, "What is to be shipped is shipped first.");
        return List.of(new DeliveryHandedOver(command.requestId()));
    }
}
