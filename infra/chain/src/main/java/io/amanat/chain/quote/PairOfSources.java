package io.amanat.chain.quote;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.escrow.quote.PriceReading;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.money.Currency;
import java.time.Instant;

/**
 * Two sources for one price: the first one is used, the second one must agree.
 *
 * @param maxDeviationBps how far apart they may be, in hundredths of a percent of the smaller one
 */
record PairOfSources(PriceSource first, PriceSource second, int maxDeviationBps) {
    /** Two readings that agree. */
    record Agreed(PriceReading used, PriceReading compared) {}

    Agreed read(Currency currency, Instant now) {
        PriceReading used = first.read(currency, now);
        PriceReading compared = second.read(currency, now);
        unless(
                used.price().within(maxDeviationBps, compared.price()),
                QuoteRule.QUOTE_SOURCE_MAD,
                "The two sources for " + currency.wire() + " say " + used.price() + " and " + compared.price()
                        + ", which is further apart than " + maxDeviationBps + " hundredths of a percent.");
        return new Agreed(used, compared);
    }
}
