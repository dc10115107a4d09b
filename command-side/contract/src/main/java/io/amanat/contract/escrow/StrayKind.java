package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** What arrived at a destination without being money here. */
public enum StrayKind implements WireEnum {
    UNKNOWN_TOKEN,
    NATIVE_COIN
}
