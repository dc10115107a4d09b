package io.amanat.domain.marketplace;

import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.DeliveryEvent.WorkStarted;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.HandOver;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ShipGoods;
import io.amanat.contract.marketplace.PurchaseRequestCommand.StartWork;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.RequestLifecycleEvent.RequestPaymentConfirmed;
import io.amanat.contract.marketplace.Shipment;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveringTest {
    private static final StartWork START = new StartWork(REQUEST, SELLER);
    private static final ShipGoods SHIP = new ShipGoods(REQUEST, SELLER, SHIPMENT);
    private static final HandOver HAND_OVER = new HandOver(REQUEST, SELLER);

    @Test
    void givenPayment_whenWorkStarts_thenStarted() {
        given(paid()).then(START, new WorkStarted(REQUEST));
        given(working()).repeats(START);
    }

    @Test
    void givenNoPaymentOrWorkDone_whenWorkStarts_thenRefused() {
        for (var past : List.of(accepted(), shipped(), delivered(), completed(), disputed())) {
            given(past).refuses(START, MarketplaceRule.WORK_STARTS_AFTER_PAYMENT);
        }
    }

    @Test
    void givenWork_whenShipped_thenShipped() {
        given(working()).then(SHIP, new GoodsShipped(REQUEST, SHIPMENT));
        given(shipped()).repeats(SHIP);
        given(completed()).repeats(SHIP);
    }

    @Test
    void givenNoWorkOrAnotherShipment_whenShipped_thenRefused() {
        var rule = MarketplaceRule.GOODS_SHIP_DURING_WORK;
        for (var past : List.of(accepted(), paid())) {
            given(past).refuses(SHIP, rule);
        }
        given(shipped()).refuses(new ShipGoods(REQUEST, SELLER, new Shipment(null, null, null)), rule);
    }

    @Test
    void givenShipmentOrNothingToShip_whenHandedOver_thenHandedOver() {
        given(shipped()).then(HAND_OVER, new DeliveryHandedOver(REQUEST));
        for (var method : List.of(DeliveryMethod.PICKUP, DeliveryMethod.DIGITAL, DeliveryMethod.ON_SITE)) {
            given(workingBy(method)).then(HAND_OVER, new DeliveryHandedOver(REQUEST));
        }
        given(delivered()).repeats(HAND_OVER);
    }

    @Test
    void givenUnshippedGoodsOrWrongState_whenHandedOver_thenRefused() {
        for (var past : List.of(accepted(), paid(), working(), completed(), disputed())) {
            given(past).refuses(HAND_OVER, MarketplaceRule.HAND_OVER_FOLLOWS_WORK);
        }
    }

    @Test
    void givenTrade_whenAnybodyButTheAcceptedSellerDelivers_thenRefused() {
        var rule = MarketplaceRule.ONLY_THE_ACCEPTED_SELLER_DELIVERS;
        for (var who : List.of(BUYER, OTHER_SELLER, STRANGER)) {
            given(paid()).refuses(new StartWork(REQUEST, who), rule);
            given(working()).refuses(new ShipGoods(REQUEST, who, SHIPMENT), rule);
            given(shipped()).refuses(new HandOver(REQUEST, who), rule);
        }
        given(offered()).refuses(START, rule);
    }

    private static List<PurchaseRequestEvent> workingBy(DeliveryMethod method) {
        return plus(
                created(details(method, "title")),
                offerMade(),
                offerAccepted(),
                new RequestPaymentConfirmed(REQUEST, PAYMENT),
                new WorkStarted(REQUEST));
    }
}
