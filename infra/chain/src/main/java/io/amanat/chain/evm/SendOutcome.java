package io.amanat.chain.evm;

/** What a node said to a signed transaction. Only {@link #ACCEPTED} and {@link #ALREADY_KNOWN} mean that it has it. */
public enum SendOutcome {
    ACCEPTED,
    /** The very same transaction is in its pool. */
    ALREADY_KNOWN,
    /** Its nonce is used: by this transaction, mined before (look for its receipt), or by another one. */
    NONCE_USED,
    /** Another transaction with this nonce is in the pool, and this one does not pay enough more to replace it. */
    UNDERPRICED,
    /** The sender cannot pay the gas. */
    NO_GAS
}
