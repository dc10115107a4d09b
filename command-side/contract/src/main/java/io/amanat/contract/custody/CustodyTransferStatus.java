package io.amanat.contract.custody;

import io.amanat.contract.WireEnum;

/** From the instruction to finality. {@code HELD} waits for a guard; {@code FAILED} was refused by the chain and may be retried. */
public enum CustodyTransferStatus implements WireEnum {
    INSTRUCTED,
    HELD,
    APPROVED,
    SIGNED,
    BROADCAST,
    MINED,
    FINAL,
    FAILED
}
