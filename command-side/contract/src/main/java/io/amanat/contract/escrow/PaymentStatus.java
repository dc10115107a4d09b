package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** The reference's {@code payment_status}. */
public enum PaymentStatus implements WireEnum {
    PENDING,
    PROCESSING,
    CONFIRMED,
    COMPLETED,
    FAILED,
    CANCELLED,
    REFUNDED
}
