package io.amanat.query.view;

import java.math.BigDecimal;

/**
 * Money on the wire.
 *
 * @param amount plain decimal text with at least two decimals; with a sign where a balance may be below zero
 */
public record MoneyView(String amount, String currency) {
    private static final int DECIMALS_SHOWN_MIN = 2;

    public static MoneyView of(BigDecimal amount, String currency) {
        return new MoneyView(plain(amount), currency);
    }

    /** Without trailing zeros beyond the second decimal; never rounded. */
    public static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return stripped.setScale(Math.max(DECIMALS_SHOWN_MIN, stripped.scale())).toPlainString();
    }
}
