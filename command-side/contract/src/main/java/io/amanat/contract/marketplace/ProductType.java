package io.amanat.contract.marketplace;

import io.amanat.contract.WireEnum;

/** What is asked for. */
public enum ProductType implements WireEnum {
    PHYSICAL_PRODUCT,
    DIGITAL_PRODUCT,
    SERVICE
}
