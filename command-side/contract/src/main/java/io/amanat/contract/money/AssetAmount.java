package io.amanat.contract.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** {@code units} of the smallest unit of {@code asset}. Never negative; arithmetic refuses to mix assets. */
public record AssetAmount(BigInteger units, Asset asset) implements Comparable<AssetAmount> {
    private static final int UINT256_BITS = 256;
    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    public AssetAmount {
        if (units.signum() < 0) {
            throw new IllegalArgumentException("an amount is not negative");
        }
        if (units.bitLength() > UINT256_BITS) {
            throw new IllegalArgumentException("an amount fits in 256 bits");
        }
    }

    public AssetAmount plus(AssetAmount other) {
        return new AssetAmount(units.add(same(other).units), asset);
    }

    /** Refuses to go below zero. */
    public AssetAmount minus(AssetAmount other) {
        return new AssetAmount(units.subtract(same(other).units), asset);
    }

    public AssetAmount min(AssetAmount other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** {@code bps} hundredths of a percent of this, rounded once, half-even, in the smallest unit. */
    public AssetAmount basisPoints(int bps) {
        BigInteger[] parts = units.multiply(BigInteger.valueOf(bps)).divideAndRemainder(BPS);
        int half = parts[1].shiftLeft(1).compareTo(BPS);
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        return new AssetAmount(up ? parts[0].add(BigInteger.ONE) : parts[0], asset);
    }

    /**
     * Divides this among several by their weights, so that every unit goes to somebody: each gets its share rounded down, and the units
     * that are left go one by one to those who lost most by that (largest remainder), among equals to the earlier one. A part may be
     * zero where there are more parties than units; nobody is sent zero, so leave such a part out.
     *
     * @param weights of the parties in a fixed order, none negative, together more than zero
     * @return as many parts as weights, in their order, together exactly this
     */
    public List<AssetAmount> split(List<BigInteger> weights) {
        BigInteger whole = BigInteger.ZERO;
        for (BigInteger weight : weights) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("a weight is not negative");
            }
            whole = whole.add(weight);
        }
        if (whole.signum() == 0) {
            throw new IllegalArgumentException("weights are, together, more than zero");
        }
        BigInteger[] parts = new BigInteger[weights.size()];
        BigInteger[] lost = new BigInteger[weights.size()];
        BigInteger left = units;
        for (int party = 0; party < parts.length; party++) {
            BigInteger[] share = units.multiply(weights.get(party)).divideAndRemainder(whole);
            parts[party] = share[0];
            lost[party] = share[1];
            left = left.subtract(share[0]);
        }
        for (int unit = left.intValueExact(); unit > 0; unit--) {
            int most = most(lost);
            parts[most] = parts[most].add(BigInteger.ONE);
            lost[most] = BigInteger.ZERO;
        }
        return Arrays.stream(parts).map(part -> new AssetAmount(part, asset)).toList();
    }

    private static int most(BigInteger[] lost) {
        int most = 0;
        for (int party = 1; party < lost.length; party++) {
            if (lost[party].compareTo(lost[most]) > 0) {
                most = party;
            }
        }
        return most;
    }

    public boolean positive() {
        return units.signum() > 0;
    }

    /** Plain decimal text in whole tokens, such as {@code 125.50}. */
    public String amount() {
        return DecimalText.of(units, asset.decimals());
    }

    @Override
    public int compareTo(AssetAmount other) {
        return units.compareTo(same(other).units);
    }

    @Override
    public String toString() {
        return amount() + " " + asset.currency().wire();
    }

    private AssetAmount same(AssetAmount other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("amounts of different assets do not mix");
        }
        return other;
    }
}
