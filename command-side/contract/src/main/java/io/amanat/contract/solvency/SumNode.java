package io.amanat.contract.solvency;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A node of the tree: what it commits to, and how much is owed below it.
 *
 * @param hash SHA-256 as 0x and 64 lower-case hexadecimal digits
 * @param sum in the token's smallest unit, never negative, below 2^256
 */
public record SumNode(String hash, BigInteger sum) {
    private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");
    private static final int SUM_BITS_MAX = 256;

    /** Refuses what a forger would like: a negative sum, or one that wraps around. */
    public SumNode {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a node's hash is 0x and 64 lower-case hexadecimal digits");
        }
        if (sum.signum() < 0) {
            throw new IllegalArgumentException("a node's sum is not negative");
        }
        if (sum.bitLength() > SUM_BITS_MAX) {
            throw new IllegalArgumentException("a node's sum fits in 256 bits");
        }
    }

    /** The root of a tree without any leaf: nothing is owed. */
    public static SumNode empty() {
        return new SumNode(SumHash.empty(), BigInteger.ZERO);
    }

    /** The parent of two nodes, which commits to both hashes and to both sums, each by itself. */
    public static SumNode over(SumNode left, SumNode right) {
        return new SumNode(SumHash.node(left, right), left.sum.add(right.sum));
    }
}
