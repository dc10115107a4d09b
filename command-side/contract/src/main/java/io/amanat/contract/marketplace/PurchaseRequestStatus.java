package io.amanat.contract.marketplace;

import io.amanat.contract.WireEnum;

/** The reference's {@code purchase_request_status}, and {@code CANCELLED}, our one addition. */
public enum PurchaseRequestStatus implements WireEnum {
    PENDING_PAYMENT,
    PENDING,
    RECEIVED_OFFERS,
    IN_NEGOTIATION,
    PAYMENT_PENDING,
    PAYMENT_CONFIRMED,
    IN_PROGRESS,
    DELIVERY,
    DELIVERED,
    COMPLETED,
    DISPUTED,
    REFUNDED,
    SELLER_PAID,
    CANCELLED
}
