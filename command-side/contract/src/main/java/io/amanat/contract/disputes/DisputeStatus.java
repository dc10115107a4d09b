package io.amanat.contract.disputes;

import io.amanat.contract.WireEnum;

/** Where a dispute stands. {@code UNDER_REVIEW} once the other side has answered. */
public enum DisputeStatus implements WireEnum {
    OPEN,
    UNDER_REVIEW,
    RESOLVED
}
