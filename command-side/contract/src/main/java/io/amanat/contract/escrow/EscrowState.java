package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/**
 * The reference's {@code escrow_state}; absent until money is held. {@code RELEASING} means that custody transfers out of the escrow
 * (to the seller, back to the buyer, or both) are on their way.
 */
public enum EscrowState implements WireEnum {
    FUNDED,
    RELEASABLE,
    RELEASED,
    REFUNDED,
    RELEASING,
    FAILED,
    CANCELLED,
    PARTIAL
}
