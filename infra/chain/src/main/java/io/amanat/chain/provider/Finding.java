package io.amanat.chain.provider;

import io.amanat.contract.WireEnum;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's contract said about a transfer.
 *
 * @param fee beside the transfer, in the token's smallest unit; the payer paid it, and it never was ours
 * @param feeAddress who got it; absent when nothing was said
 */
record Finding(Kind kind, BigInteger fee, @Nullable EvmAddress feeAddress) {
    static final Finding UNREFERENCED = new Finding(Kind.UNREFERENCED, BigInteger.ZERO, null);
    static final Finding OTHER_REFERENCE = new Finding(Kind.OTHER_REFERENCE, BigInteger.ZERO, null);

    enum Kind implements WireEnum {
        REFERENCED,
        OTHER_REFERENCE,
        OTHER_FEE_ADDRESS,
        UNREFERENCED
    }
}
