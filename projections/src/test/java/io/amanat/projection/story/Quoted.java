package io.amanat.projection.story;

import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.QuoteEvent.PaymentQuoted;
import io.amanat.contract.escrow.QuoteEvent.TransferAwaitsQuote;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.marketplace.OfferEvent.OfferQuoted;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A price in dollars is quoted, paid too late, and quoted anew. */
public final class Quoted {
    private Quoted() {}

    public static Story story(long number) {
        Story story = new Story(number).opened();
        Quote first = quote("1.00", Log.START);
        Instant late = Log.START.plus(Duration.ofHours(1));
        return story.then(
                new OfferQuoted(story.request, story.offer, story.payment, first),
                new PaymentQuoted(story.payment, first, Wares.usdt("125.50"), null),
                Trades.seen(story, 1, "125.50"),
                new TransferAwaitsQuote(
                        story.payment, Trades.key(story, 1), Wares.usdt("125.50"), late, first.payableUntil()),
                new PaymentQuoted(story.payment, quote("1.004", late), Wares.usdt("125"), story.buyer),
                Trades.held(story, 1, "125", "125"),
                new EscrowFunded(story.payment, story.request, Wares.usdt("125")));
    }

    private static Quote quote(String tokenPrice, Instant at) {
        return Quote.of(
                Money.of("125.50", Currency.USD),
                Wares.USDT,
                UsdPrice.ONE,
                UsdPrice.of(tokenPrice),
                List.of(),
                at,
                Duration.ofMinutes(15),
                Duration.ofMinutes(5));
    }
}
