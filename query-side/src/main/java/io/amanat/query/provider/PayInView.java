package io.amanat.query.provider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer to a payment of a provider that has a contract, and what that contract said of it. The transfer counts with what arrived,
 * whatever this is.
 *
 * @param feeUnits paid beside the transfer, in the token's smallest unit; it never was ours
 * @param at when it was found
 */
record PayInView(
        String provider,
        UUID paymentId,
        long chainId,
        String txHash,
        long logIndex,
        String blockHash,
        String finding,
        String feeUnits,
        @Nullable String feeAddress,
        Instant at) {}
