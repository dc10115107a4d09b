package io.amanat.chain.reconcile;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the chain says about our accounts at one block.
 *
 * @param balances of every account of ours in every token, in the smallest unit
 * @param silent tokens whose contract names no balance; nothing is known of them
 * @param gasWei of the hot accounts
 */
record ChainState(
        Instant blockTime,
        Map<Holding, BigInteger> balances,
        Set<String> silent,
        Map<String, BigInteger> gasWei,
        List<Hot> hot) {

    /** An account and a token, both in lower case. */
    record Holding(String address, String token) {}

    /**
     * A hot account in one token since it was first looked at.
     *
     * @param openingBlock at whose end it was first looked at
     * @param opening what was there then
     * @param arrived by transfers after that block
     * @param paid by custody transfers that are final and stand in blocks after that one, those that moved otherwise among them
     * @param underway by custody transfers of which nobody knows yet whether they are in the chain for good
     * @param kept by how much less those that moved otherwise may have taken from here
     * @param gone of {@code paid}, what the chain has taken back with its blocks; asked only when there is more than should be
     * @param known false when every earlier look was at blocks that are gone
     */
    record Hot(
            Holding holding,
            long openingBlock,
            BigInteger opening,
            BigInteger arrived,
            BigInteger paid,
            BigInteger underway,
            BigInteger kept,
            BigInteger gone,
            boolean known) {}

    BigInteger balance(String address, String token) {
        return balances.getOrDefault(new Holding(address, token), BigInteger.ZERO);
    }
}
