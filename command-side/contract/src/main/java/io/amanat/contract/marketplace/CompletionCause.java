package io.amanat.contract.marketplace;

import io.amanat.contract.WireEnum;

/** Why the buyer's side of the trade is complete. */
public enum CompletionCause implements WireEnum {
    DELIVERY_CONFIRMED,
    INSPECTION_LAPSED,
    RULING
}
