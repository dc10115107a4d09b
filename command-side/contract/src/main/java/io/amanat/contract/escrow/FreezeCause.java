package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** Why money in escrow may not move, the gravest cause first. */
public enum FreezeCause implements WireEnum {
    DISPUTE,
    GUARD,
    REORG
}
