package io.amanat.chain.quote;

import io.amanat.contract.escrow.quote.PriceReading;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.UsdPrice;
import java.time.Instant;

/** A price from the configuration, such as one dollar for a dollar token: good as the second source, with a wide deviation. */
record FixedSource(UsdPrice price) implements PriceSource {
    @Override
    public PriceReading read(Currency currency, Instant now) {
        return new PriceReading(currency, "fixed", price, null, now);
    }
}
