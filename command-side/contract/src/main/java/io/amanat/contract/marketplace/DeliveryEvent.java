package io.amanat.contract.marketplace;

import io.amanat.contract.EventType;

/** From the start of the work to the buyer's code. */
public sealed interface DeliveryEvent extends PurchaseRequestEvent {
    @EventType("delivery.work-started.v1")
    record WorkStarted(PurchaseRequestId requestId) implements DeliveryEvent {}

    @EventType("delivery.shipped.v1")
    record GoodsShipped(PurchaseRequestId requestId, Shipment shipment) implements DeliveryEvent {}

    @EventType("delivery.handed-over.v1")
    record DeliveryHandedOver(PurchaseRequestId requestId) implements DeliveryEvent {}

    @EventType("delivery.code-issued.v1")
    record DeliveryCodeIssued(PurchaseRequestId requestId, DeliveryCodeHash codeHash) implements DeliveryEvent {}

    /** {@code attempt} counts all tries of this request, from 1. */
    @EventType("delivery.attempt-failed.v1")
    record DeliveryAttemptFailed(PurchaseRequestId requestId, int attempt, boolean locked) implements DeliveryEvent {}

    @EventType("delivery.confirmed.v1")
    record DeliveryConfirmed(PurchaseRequestId requestId, int attempt) implements DeliveryEvent {}
}
