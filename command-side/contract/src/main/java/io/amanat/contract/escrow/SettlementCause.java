package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** Why money leaves the escrow. */
public enum SettlementCause implements WireEnum {
    COMPLETION,
    RULING,
    PAYMENT_WINDOW_LAPSED
}
