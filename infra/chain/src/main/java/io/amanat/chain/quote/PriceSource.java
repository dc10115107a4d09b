package io.amanat.chain.quote;

import io.amanat.contract.escrow.quote.PriceReading;
import io.amanat.contract.money.Currency;
import java.time.Instant;

/** Says what one whole unit of a currency is worth in US dollars. Checks itself what it can check alone. */
interface PriceSource {
    /**
     * What the source says now; may take as long as a call of the node.
     *
     * @throws io.amanat.contract.RuleViolated by one of the three rules about sources, with what is wrong in words
     */
    PriceReading read(Currency currency, Instant now);
}
