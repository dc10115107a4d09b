package io.amanat.contract.marketplace;

import io.amanat.contract.Event;

/** What happened to a purchase request. */
public sealed interface PurchaseRequestEvent extends Event permits RequestLifecycleEvent, OfferEvent, DeliveryEvent {
    PurchaseRequestId requestId();

    @Override
    default PurchaseRequestId subject() {
        return requestId();
    }
}
