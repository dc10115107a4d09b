package io.amanat.contract.disputes;

import io.amanat.contract.WireEnum;

/** How a dispute may end. */
public enum RulingKind implements WireEnum {
    REFUND,
    REPLACEMENT,
    COMPENSATION,
    NO_ACTION
}
