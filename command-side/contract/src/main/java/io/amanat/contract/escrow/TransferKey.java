package io.amanat.contract.escrow;

import java.util.regex.Pattern;

/** What makes a transfer on a chain unique: a transaction may hold several. */
public record TransferKey(long chainId, String txHash, long logIndex) {
    private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");

    public TransferKey {
        if (!HASH.matcher(txHash).matches()) {
            throw new IllegalArgumentException("a transaction hash is 0x and 64 lower-case hexadecimal digits");
        }
        if (logIndex < 0) {
            throw new IllegalArgumentException("a log index is not negative");
        }
    }

    @Override
    public String toString() {
        return chainId + ":" + txHash + ":" + logIndex;
    }
}
