package io.amanat.contract.escrow.quote;

import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a price is in a token, with everything it was computed from. See {@link QuoteArithmetic} for the formula.
 *
 * @param fxRate US dollars for one whole unit of the price's currency
 * @param tokenPriceUsd US dollars for one whole token
 * @param depegAdjustmentBps how many hundredths of a percent more tokens than at one dollar each; contained in {@code settleAmount}
 * @param settleAmount what the buyer pays
 * @param sources every reading that was used or compared with, those that were used first
 * @param expiresAt from here on the buyer may ask for another quote
 * @param payableUntil a transfer in a block of this time or before counts by this quote; after {@code expiresAt} by a grace for what was on
 *     its way
 */
public record Quote(
        Money price,
        UsdPrice fxRate,
        UsdPrice tokenPriceUsd,
        int depegAdjustmentBps,
        AssetAmount settleAmount,
        List<PriceReading> sources,
        Instant quotedAt,
        Instant expiresAt,
        Instant payableUntil) {
    public Quote {
        sources = List.copyOf(sources);
        if (!quotedAt.isBefore(expiresAt) || payableUntil.isBefore(expiresAt)) {
            throw new IllegalArgumentException("a quote expires after it is made, and is payable until then or longer");
        }
    }

    /** Computes what the price is at these rates. */
    public static Quote of(
            Money price,
            Asset asset,
            UsdPrice fxRate,
            UsdPrice tokenPrice,
            List<PriceReading> sources,
            Instant quotedAt,
            Duration validity,
            Duration grace) {
        Instant expiresAt = quotedAt.plus(validity);
        return new Quote(
                price,
                fxRate,
                tokenPrice,
                QuoteArithmetic.depegAdjustmentBps(tokenPrice),
                QuoteArithmetic.settleAmount(price, fxRate, tokenPrice, asset),
                sources,
                quotedAt,
                expiresAt,
                expiresAt.plus(grace));
    }

    /** Whether the amount is what the formula makes of the rates, and the token's price is within the band. */
    public boolean addsUp() {
        return price.positive()
                && QuoteArithmetic.withinBand(tokenPriceUsd)
                && depegAdjustmentBps == QuoteArithmetic.depegAdjustmentBps(tokenPriceUsd)
                && settleAmount.equals(
                        QuoteArithmetic.settleAmount(price, fxRate, tokenPriceUsd, settleAmount.asset()));
    }

    /** Whether the buyer may ask for another one. */
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
