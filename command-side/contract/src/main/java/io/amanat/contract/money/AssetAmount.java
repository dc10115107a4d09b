package io.amanat.contract.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

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
        BigDecimal exact = new BigDecimal(units.multiply(BigInteger.valueOf(bps))).divide(new BigDecimal(BPS));
        return new AssetAmount(exact.setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact(), asset);
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
