package io.amanat.contract.marketplace;

import io.amanat.contract.WireEnum;

/** Why an offer was rejected. */
public enum RejectionCause implements WireEnum {
    BY_BUYER,
    ANOTHER_ACCEPTED,
    REQUEST_CANCELLED
}
