package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** The reference's {@code funds_ledger_entry_type}. */
public enum LedgerEntryType implements WireEnum {
    PAYMENT_DETECTED,
    PROVIDER_FEE,
    PLATFORM_FEE,
    HOLD,
    RELEASE,
    REFUND,
    DISPUTE_HOLD,
    ADJUSTMENT
}
