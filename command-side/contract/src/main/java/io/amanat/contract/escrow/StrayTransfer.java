package io.amanat.contract.escrow;

import io.amanat.contract.money.EvmAddress;
import org.jspecify.annotations.Nullable;

/**
 * Something that arrived at a destination and is no money here: a token that is not on the allowed list, whatever it calls itself, or the
 * chain's own coin. It is written down and credits nothing.
 *
 * @param place the log's index in its block for a token, the transaction's index in its block for the native coin
 * @param token absent for the native coin
 * @param units in the smallest unit, decimal digits; nobody vouches for them
 */
public record StrayTransfer(
        StrayKind kind,
        long chainId,
        String txHash,
        long place,
        @Nullable EvmAddress token,
        EvmAddress from,
        String units,
        long blockNumber) {
    /** What makes it one and the same when it is seen again. */
    public String reference() {
        return kind.wire() + ":" + chainId + ":" + txHash + ":" + place;
    }
}
