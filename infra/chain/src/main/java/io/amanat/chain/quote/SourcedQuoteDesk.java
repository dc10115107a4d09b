package io.amanat.chain.quote;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.chain.quote.PairOfSources.Agreed;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.quote.PriceReading;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteArithmetic;
import io.amanat.contract.escrow.quote.QuoteDesk;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quotes from pairs of sources. A dollar is a dollar and has none. */
final class SourcedQuoteDesk implements QuoteDesk {
    private final Prices prices;
    private final QuotingSettings settings;
    private final QuoteCounts counts;
    private final Clock clock;

    SourcedQuoteDesk(Prices prices, QuotingSettings settings, QuoteCounts counts, Clock clock) {
        this.prices = prices;
        this.settings = settings;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    public Quote quote(Money price, Asset asset) {
        try {
            Quote quote = made(price, asset, now());
            counts.made();
            return quote;
        } catch (RuleViolated refused) {
            counts.refused(refused.rule());
            throw refused;
        }
    }

    /** Why there would be no quote now, in sentences; empty when every configured price is fine. Asks every source. */
    List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        prices.byCurrency().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(price -> trouble(price.getKey(), price.getValue()).ifPresent(troubles::add));
        prices.byToken()
                .forEach((token, price) -> trouble(token.currency(), price).ifPresent(troubles::add));
        return troubles;
    }

    private Optional<String> trouble(Currency currency, PairOfSources price) {
        try {
            Agreed agreed = price.read(currency, now());
            if (currency.stablecoin()) {
                onItsPeg(currency, agreed.used().price());
            }
            return Optional.empty();
        } catch (RuleViolated refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    private Quote made(Money price, Asset asset, Instant now) {
        List<PriceReading> used = new ArrayList<>();
        List<PriceReading> compared = new ArrayList<>();
        UsdPrice fxRate = UsdPrice.ONE;
        if (price.currency() != Currency.USD) {
            fxRate = read(prices.of(price.currency()).read(price.currency(), now), used, compared);
        }
        UsdPrice tokenPrice = read(prices.of(asset).read(asset.currency(), now), used, compared);
        onItsPeg(asset.currency(), tokenPrice);
        used.addAll(compared);
        return Quote.of(price, asset, fxRate, tokenPrice, used, now, settings.validity(), settings.grace());
    }

    private static UsdPrice read(Agreed agreed, List<PriceReading> used, List<PriceReading> compared) {
        used.add(agreed.used());
        compared.add(agreed.compared());
        return agreed.used().price();
    }

    private void onItsPeg(Currency currency, UsdPrice price) {
        unless(
                QuoteArithmetic.withinBand(price)
                        && Math.abs(QuoteArithmetic.depegAdjustmentBps(price)) <= settings.maxDepegBps(),
                QuoteRule.QUOTE_SOURCE_MAD,
                "At " + price + " " + currency.wire() + " is too far from one dollar to be quoted.");
    }

    /** In milliseconds, as it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
