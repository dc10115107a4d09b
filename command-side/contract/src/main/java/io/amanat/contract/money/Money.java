package io.amanat.contract.money;

import java.math.BigInteger;

/**
 * A price: {@code units} of the smallest unit of {@code currency}. Never negative.
 *
 * <p>Says nothing about where it is paid; an amount on a chain is an {@link AssetAmount}.
 */
public record Money(BigInteger units, Currency currency) {
    /** Larger than any honest price, small enough for {@code numeric(18,8)}: 9,999,999,999 whole units. */
    private static final BigInteger WHOLE_UNITS_MAX = BigInteger.valueOf(9_999_999_999L);

    public Money {
        if (units.signum() < 0) {
            throw new IllegalArgumentException("an amount is not negative");
        }
        if (units.compareTo(WHOLE_UNITS_MAX.multiply(BigInteger.TEN.pow(currency.decimals()))) > 0) {
            throw new IllegalArgumentException("an amount is at most " + WHOLE_UNITS_MAX + " " + currency.wire());
        }
    }

    /** Reads {@code "125.50"}. More decimals than the currency has, an exponent or a sign is an error, never a rounding. */
    public static Money of(String amount, Currency currency) {
        return new Money(DecimalText.toUnits(amount, currency.decimals()), currency);
    }

    /** Plain decimal text with at least two decimals, such as {@code 125.50}. */
    public String amount() {
        return DecimalText.of(units, currency.decimals());
    }

    public boolean positive() {
        return units.signum() > 0;
    }

    @Override
    public String toString() {
        return amount() + " " + currency.wire();
    }
}
