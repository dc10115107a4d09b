package io.amanat.contract.escrow.quote;

import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.math.BigInteger;

/**
 * What a price is in units of a token:
 *
 * <pre>
 * settle amount = price · fx rate ÷ token price          in whole tokens, rounded up to the token's smallest unit
 * depeg bps     = 10 000 · (1 ÷ token price − 1)         rounded half-even
 * </pre>
 *
 * with {@code price} in whole units of its currency, {@code fx rate} in US dollars for one of them and {@code token price} in US dollars
 * for one whole token. It is the usual cross rate of two prices in one third currency: the value in dollars, divided by the dollars that
 * one token is worth. At a token price of one dollar it is the plain conversion; the depeg adjustment says how many hundredths of a percent
 * more tokens (or, below zero, fewer) it is because the token is not worth its dollar. It is already in the settle amount and is not
 * applied again.
 *
 * <p>All is whole numbers; there is one rounding, up: the seller never gets less than the price at these rates, and the buyer pays less
 * than one smallest unit of the token more.
 */
public final class QuoteArithmetic {
    /** Nothing that is worth less is a dollar token with a problem; it is something else, or the source is mad. */
    public static final UsdPrice TOKEN_PRICE_MIN = UsdPrice.of("0.50");

    /** As {@link #TOKEN_PRICE_MIN}, upwards. */
    public static final UsdPrice TOKEN_PRICE_MAX = UsdPrice.of("2.00");

    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    private QuoteArithmetic() {}

    /** Never zero for a price above zero. */
    public static AssetAmount settleAmount(Money price, UsdPrice fxRate, UsdPrice tokenPrice, Asset asset) {
        BigInteger value = price.units().multiply(fxRate.units()).multiply(BigInteger.TEN.pow(asset.decimals()));
        BigInteger perUnit =
                tokenPrice.units().multiply(BigInteger.TEN.pow(price.currency().decimals()));
        BigInteger[] parts = value.divideAndRemainder(perUnit);
        return asset.units(parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE));
    }

    /** Above zero when the token is worth less than a dollar. */
    public static int depegAdjustmentBps(UsdPrice tokenPrice) {
        BigInteger off = UsdPrice.ONE.units().subtract(tokenPrice.units()).multiply(BPS);
        BigInteger[] parts = off.abs().divideAndRemainder(tokenPrice.units());
        int half = parts[1].shiftLeft(1).compareTo(tokenPrice.units());
        boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
        BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return rounded.intValueExact() * off.signum();
    }

    /** Whether a token of this price may be quoted at all. */
    public static boolean withinBand(UsdPrice tokenPrice) {
        return tokenPrice.compareTo(TOKEN_PRICE_MIN) >= 0 && tokenPrice.compareTo(TOKEN_PRICE_MAX) <= 0;
    }
}
