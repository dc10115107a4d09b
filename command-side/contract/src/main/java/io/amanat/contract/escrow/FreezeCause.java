package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** Why money in escrow may not move. */
public enum FreezeCause implements WireEnum {
    DISPUTE,
    GUARD,
    REORG
}
