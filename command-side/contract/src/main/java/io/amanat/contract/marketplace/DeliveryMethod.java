package io.amanat.contract.marketplace;

import io.amanat.contract.WireEnum;

/** How it is to reach the buyer. */
public enum DeliveryMethod implements WireEnum {
    SHIPPING,
    PICKUP,
    DIGITAL,
    ON_SITE
}
