package io.amanat.chain.reconcile;

import java.io.Serial;

/** The block that was to be compared with left the chain, or the node does not have it. */
final class ChainMoved extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ChainMoved(long block, String hash) {
        super("Block " + block + " with the hash " + hash + " is not in the node's chain.");
    }
}
