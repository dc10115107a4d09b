package io.amanat.query.view;

/**
 * An amount of a token on a chain.
 *
 * @param amount as in {@link MoneyView}
 * @param contract with its checksum
 */
public record TokenAmountView(String amount, String currency, long chainId, String contract, int decimals) {}
