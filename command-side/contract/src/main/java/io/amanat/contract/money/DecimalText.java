package io.amanat.contract.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Plain decimal text and whole numbers of the smallest unit, without loss in either direction. */
public final class DecimalText {
    private static final Pattern PLAIN = Pattern.compile("(0|[1-9][0-9]{0,59})([.][0-9]{1,59})?");
    private static final int DECIMALS_SHOWN_MIN = 2;

    private DecimalText() {}

    /** The units of {@code amount}; refuses signs, exponents, leading zeros and more than {@code decimals} decimals. */
    public static BigInteger toUnits(String amount, int decimals) {
        if (!PLAIN.matcher(amount).matches()) {
            throw new IllegalArgumentException("an amount is plain decimal text such as \"125.50\"");
        }
        BigDecimal value = new BigDecimal(amount);
        if (value.scale() > decimals) {
            throw new IllegalArgumentException("an amount has at most " + decimals + " decimals here");
        }
        return value.setScale(decimals).unscaledValue();
    }

    /** Plain text without trailing zeros beyond the second decimal. */
    public static String of(BigInteger units, int decimals) {
        BigDecimal value = new BigDecimal(units, decimals);
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int scale = Math.min(decimals, Math.max(DECIMALS_SHOWN_MIN, stripped.scale()));
        return value.setScale(scale).toPlainString();
    }
}
