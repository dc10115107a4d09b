package io.amanat.contract.escrow;

import io.amanat.contract.WireEnum;

/** How it was proven to which address set-aside money goes back. */
public enum ReturnProof implements WireEnum {
    SENDER_SIGNATURE,
    BUYER_ACCOUNT
}
