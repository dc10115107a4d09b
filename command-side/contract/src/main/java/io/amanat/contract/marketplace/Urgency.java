package io.amanat.contract.marketplace;

import io.amanat.contract.WireEnum;

/** How soon it is needed. */
public enum Urgency implements WireEnum {
    LOW,
    MEDIUM,
    HIGH,
    URGENT
}
