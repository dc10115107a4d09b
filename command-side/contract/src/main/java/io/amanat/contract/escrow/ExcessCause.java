package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** Why money that arrived is not this escrow's. */
public enum ExcessCause implements WireEnum {
    OVERPAID,
    LATE,
    WRONG_TOKEN,
    /** It did not pass the safety check. */
    REJECTED
}
