package io.amanat.query.reconciliation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reconciliation found.
 *
 * @param position the read tables had every event up to here
 * @param accounts how many balances the chain was asked for
 * @param alarms how many differences nothing explains
 * @param digest over block and lines: the same books at the same block give the same
 * @param lines JSON: every difference, explained or an alarm; absent in lists
 */
record ReportView(
        UUID id,
        long chainId,
        long blockNumber,
        String blockHash,
        Instant blockTime,
        long position,
        String requestedBy,
        Instant at,
        int accounts,
        int alarms,
        String digest,
        @JsonRawValue @Nullable String lines) {}
