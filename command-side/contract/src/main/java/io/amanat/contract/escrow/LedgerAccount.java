package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** The accounts of the funds ledger. Only {@code EXTERNAL}, the rest of the world, may go below zero. */
public enum LedgerAccount implements WireEnum {
    EXTERNAL,
    CLEARING,
    ESCROW,
    DISPUTED,
    SELLER,
    BUYER,
    PLATFORM,
    PROVIDER,
    UNALLOCATED
}
