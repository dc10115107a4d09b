package io.amanat.contract.solvency;

import java.math.BigInteger;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A leaf: what is owed to the parties of one payment, in one asset.
 *
 * @param nonce 32 random bytes, new for every leaf of every tree, as 0x and 64 lower-case hexadecimal digits: without it a neighbour
 *     could find out by trying which payment a hash stands for
 * @param amount in the token's smallest unit, more than zero
 */
public record Liability(UUID paymentId, String nonce, BigInteger amount) {
    private static final Pattern NONCE = Pattern.compile("0x[0-9a-f]{64}");

    public Liability {
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("a nonce is 0x and 64 lower-case hexadecimal digits");
        }
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a liability is more than zero");
        }
    }

    /** This as a node of the tree. */
    public SumNode leaf() {
        return new SumNode(SumHash.leaf(this), amount);
    }
}
