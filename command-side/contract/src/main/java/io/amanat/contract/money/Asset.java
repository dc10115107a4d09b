package io.amanat.contract.money;

import java.math.BigInteger;

/**
 * A token that can be held: one contract on one chain, with the decimals that the contract states. The same symbol elsewhere, or
 * with other decimals, is another asset.
 *
 * @param decimals of the smallest unit, 0 to 30
 */
public record Asset(long chainId, EvmAddress contract, Currency currency, int decimals) {
    private static final int DECIMALS_MAX = 30;

    public Asset {
        if (chainId <= 0) {
            throw new IllegalArgumentException("a chain id is positive");
        }
        if (decimals < 0 || decimals > DECIMALS_MAX) {
            throw new IllegalArgumentException("a token has 0 to " + DECIMALS_MAX + " decimals");
        }
    }

    public AssetAmount zero() {
        return new AssetAmount(BigInteger.ZERO, this);
    }

    public AssetAmount units(BigInteger units) {
        return new AssetAmount(units, this);
    }

    /** Plain decimal text to units of this asset; refuses more decimals than the token has. */
    public AssetAmount amount(String amount) {
        return new AssetAmount(DecimalText.toUnits(amount, decimals), this);
    }

    /**
     * A price in this asset's own currency, converted without loss.
     *
     * @throws IllegalArgumentException when the currency differs or the token is too coarse for the price
     */
    public AssetAmount exactly(Money price) {
        if (price.currency() != currency) {
            throw new IllegalArgumentException(
                    "a price in " + price.currency().wire() + " is not paid in " + currency.wire());
        }
        return amount(price.amount());
    }
}
