package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/**
 * The accounts of the funds ledger. Only three may go below zero: {@code EXTERNAL}, the rest of the world, {@code EXPOSURE}, what the
 * platform has paid out of money that the chain has taken back since, and {@code LOSS}, what of that was written off.
 */
public enum LedgerAccount implements WireEnum {
    EXTERNAL,
    CLEARING,
    ESCROW,
    DISPUTED,
    SELLER,
    BUYER,
    PLATFORM,
    PROVIDER,
    UNALLOCATED,
    EXPOSURE,
    LOSS;

    /** Whether a balance below zero is allowed. */
    public boolean mayBeNegative() {
        return this == EXTERNAL || this == EXPOSURE || this == LOSS;
    }
}
