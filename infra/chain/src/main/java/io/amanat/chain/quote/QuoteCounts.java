package io.amanat.chain.quote;

import io.amanat.contract.Rule;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Metrics {@code amanat.quotes.made} and, by problem code, {@code amanat.quotes.refused}. */
final class QuoteCounts implements MeterBinder {
    private final LongAdder made = new LongAdder();
    private final Map<Rule, LongAdder> refused = new ConcurrentHashMap<>(Map.of(
            QuoteRule.QUOTE_SOURCE_MISSING, new LongAdder(),
            QuoteRule.QUOTE_SOURCE_STALE, new LongAdder(),
            QuoteRule.QUOTE_SOURCE_MAD, new LongAdder()));

    void made() {
        made.increment();
    }

    void refused(Rule rule) {
        refused.computeIfAbsent(rule, _ -> new LongAdder()).increment();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("amanat.quotes.made", made, LongAdder::sum)
                .description("Quotes")
                .register(registry);
        refused.forEach((rule, count) -> FunctionCounter.builder("amanat.quotes.refused", count, LongAdder::sum)
                .description("Quotes that a source did not allow")
                .tag("code", rule.code())
                .register(registry));
    }
}
