package io.amanat.query.reconciliation;

import java.util.List;
import java.util.UUID;

/**
 * Shows a party that what is owed to its trade is counted in a published total. {@code ./amanat verify-inclusion} computes the root from
 * it and asks nobody; so can anybody else who follows the rules of the tree.
 *
 * @param proofId the published proof that it belongs to
 * @param nonce of this leaf; not for others
 * @param path the siblings from the leaf to the root; their sums are their neighbours' amounts
 * @param rootHash as published
 * @param totalUnits as published
 */
record InclusionProofView(
        UUID proofId,
        long chainId,
        String contract,
        String currency,
        int decimals,
        long blockNumber,
        String blockHash,
        UUID paymentId,
        String nonce,
        String amountUnits,
        List<Step> path,
        String rootHash,
        String totalUnits) {

    /** @param side {@code left} or {@code right}: where the sibling stands */
    record Step(String side, String hash, String sumUnits) {}
}
