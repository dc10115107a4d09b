package io.amanat.chain.payout;

import io.amanat.chain.evm.FeeQuote;
import java.math.BigInteger;
import java.time.Duration;

/**
 * When a payout that waits is signed again with the same nonce, and what it may offer at most.
 *
 * @param after how long the newest version of it has waited
 * @param maxFeePerGasWei bound of what any version offers, the first included
 */
public record ReplacingRules(Duration after, BigInteger maxFeePerGasWei) {

    /** An eighth more of both fees: what every common node wants for a replacement. */
    private static final BigInteger NINE = BigInteger.valueOf(9);

    private static final BigInteger SEVEN = BigInteger.valueOf(7);

    public ReplacingRules {
        if (after.isNegative() || maxFeePerGasWei.signum() <= 0) {
            throw new IllegalArgumentException("A payout waits for some time and offers something");
        }
    }

    boolean affordable(FeeQuote fees) {
        return fees.maxFeePerGasWei().compareTo(maxFeePerGasWei) <= 0;
    }

    /** What replaces an offer: the chain's present fees, but of both at least an eighth more than before. */
    static FeeQuote bumped(FeeQuote before, FeeQuote now) {
        BigInteger tip = now.maxPriorityFeePerGasWei().max(eighthMore(before.maxPriorityFeePerGasWei()));
        BigInteger max = now.maxFeePerGasWei().max(eighthMore(before.maxFeePerGasWei()));
        return new FeeQuote(max.max(tip), tip);
    }

    /** Rounded up, and never the same. */
    private static BigInteger eighthMore(BigInteger wei) {
        return wei.multiply(NINE).add(SEVEN).shiftRight(3).max(wei.add(BigInteger.ONE));
    }
}
