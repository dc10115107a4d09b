package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/**
 * The accounts of the funds ledger. Only two may go below zero: {@code EXTERNAL}, the rest of the world, and {@code EXPOSURE}, what the
 * platform has paid out of money that the chain has taken back since.
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
    EXPOSURE;

    /** Whether a balance below zero is allowed. */
    public boolean mayBeNegative() {
        return this == EXTERNAL || this == EXPOSURE;
    }
}
