package io.amanat.contract.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * US dollars for one whole unit of something, such as one euro or one token: {@code units} of 10⁻¹⁸ dollars. More than zero and at most
 * a million dollars. In JSON plain decimal text such as {@code "1.0852"}.
 */
public record UsdPrice(BigInteger units) implements Comparable<UsdPrice> {
    /** Decimals of {@link #units}; a source with more is refused, so that nothing is rounded on the way in. */
    public static final int DECIMALS = 18;

    /** A million dollars, in {@link #units}. */
    public static final BigInteger MAX = BigInteger.TEN.pow(DECIMALS + 6);

    /** One dollar. */
    public static final UsdPrice ONE = new UsdPrice(BigInteger.TEN.pow(DECIMALS));

    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    public UsdPrice {
        if (units.signum() <= 0 || units.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("a price in US dollars is more than zero and at most a million");
        }
    }

    /** Reads plain decimal text with at most 18 decimals. */
    public static UsdPrice of(String text) {
        return new UsdPrice(DecimalText.toUnits(text, DECIMALS));
    }

    /** Whether the two differ by at most {@code bps} hundredths of a percent of the smaller one. Compared exactly. */
    public boolean within(int bps, UsdPrice other) {
        BigInteger apart = units.subtract(other.units).abs().multiply(BPS);
        return apart.compareTo(units.min(other.units).multiply(BigInteger.valueOf(bps))) <= 0;
    }

    /** For tables. */
    public BigDecimal decimal() {
        return new BigDecimal(units, DECIMALS);
    }

    /** Plain decimal text with at least two decimals. */
    public String text() {
        return DecimalText.of(units, DECIMALS);
    }

    @Override
    public int compareTo(UsdPrice other) {
        return units.compareTo(other.units);
    }

    @Override
    public String toString() {
        return text() + " USD";
    }
}
