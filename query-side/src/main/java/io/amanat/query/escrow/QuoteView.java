package io.amanat.query.escrow;

import io.amanat.query.view.MoneyView;
import io.amanat.query.view.Presentation;
import io.amanat.query.view.TokenAmountView;
import java.time.Instant;

/**
 * The quote by which a payment settles.
 *
 * @param fxRate US dollars for one whole unit of the price's currency, as decimal text
 * @param tokenPriceUsd US dollars for one whole token, as decimal text
 * @param depegAdjustmentBps how many hundredths of a percent more tokens than at one dollar each; contained in {@code settleAmount}
 * @param expiresAt from here on the buyer may ask for another quote
 * @param payableUntil a transfer in a block of this time or before counts by this quote
 */
record QuoteView(
        MoneyView price,
        String fxRate,
        String tokenPriceUsd,
        int depegAdjustmentBps,
        TokenAmountView settleAmount,
        Instant quotedAt,
        Instant expiresAt,
        Instant payableUntil) {
    static QuoteView of(QuoteRow row, Presentation show) {
        return new QuoteView(
                MoneyView.of(row.priceAmount, row.priceCurrency),
                MoneyView.plain(row.fxRate),
                MoneyView.plain(row.tokenPriceUsd),
                row.depegAdjustmentBps,
                show.amount(row.settleUnits, row.currency, row.chainId, row.tokenAddress, row.tokenDecimals),
                row.quotedAt,
                row.expiresAt,
                row.payableUntil);
    }
}
