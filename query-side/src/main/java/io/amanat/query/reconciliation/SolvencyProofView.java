package io.amanat.query.reconciliation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is owed in one token at one block, beside what is there.
 *
 * @param rootHash of the Merkle sum tree over what is owed to each trade
 * @param total the root's sum, in whole tokens
 * @param totalUnits the same in the token's smallest unit
 * @param reserve all balances together
 * @param solvent whether the reserve covers the total
 * @param leaves how many trades are owed something
 * @param balances JSON: every account of ours that holds some of it, to be compared with the chain at that block; absent in lists
 */
record SolvencyProofView(
        UUID id,
        UUID reportId,
        long chainId,
        String contract,
        String currency,
        int decimals,
        long blockNumber,
        String blockHash,
        Instant at,
        String rootHash,
        String total,
        String totalUnits,
        String reserve,
        String reserveUnits,
        boolean solvent,
        int leaves,
        @JsonRawValue @Nullable String balances) {}
