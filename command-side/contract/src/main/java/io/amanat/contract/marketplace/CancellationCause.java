package io.amanat.contract.marketplace;

import io.amanat.contract.WireEnum;

/** Why a request ended without a trade. */
public enum CancellationCause implements WireEnum {
    WITHDRAWN,
    PAYMENT_CANCELLED,
    PAYMENT_WINDOW_LAPSED
}
