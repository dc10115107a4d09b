package io.amanat.chain.provider;

import io.amanat.contract.WireEnum;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the chain said when it was asked because of a webhook. For people: nothing depends on it. Of several chains the answer that stands
 * first here counts.
 */
record Outcome(Kind kind, @Nullable UUID paymentId) {
    enum Kind implements WireEnum {
        /** Each transaction that it names moves money to a payment of ours. */
        ON_CHAIN,
        /** It names another payment than its transaction pays. */
        CONTRADICTS_CHAIN,
        CHAIN_SILENT,
        /** At least one is not there, or was reverted, or moves nothing to the payment it is said to be for. */
        NOT_ON_CHAIN,
        NOTHING_TO_CHECK,
        UNKNOWN_PAYMENT,
        UNREADABLE
    }
}
