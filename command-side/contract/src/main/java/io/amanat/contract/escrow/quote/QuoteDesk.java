package io.amanat.contract.escrow.quote;

import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Money;

/** Makes quotes. There is none where quoting is off; then a price is paid in its own currency's token. */
public interface QuoteDesk {
    /**
     * What {@code price} is in {@code asset} now. Asks its sources, so it may take seconds.
     *
     * @throws io.amanat.contract.RuleViolated for {@link QuoteRule#QUOTE_SOURCE_MISSING}, {@link QuoteRule#QUOTE_SOURCE_STALE} or
     *     {@link QuoteRule#QUOTE_SOURCE_MAD}, with the source and what is wrong in words; there is then no quote
     */
    Quote quote(Money price, Asset asset);
}
