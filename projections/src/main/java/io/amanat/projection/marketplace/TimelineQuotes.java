package io.amanat.projection.marketplace;

import io.amanat.contract.escrow.QuoteEvent;
import io.amanat.projection.JsonText;

/** Quotes as the timeline holds them. */
final class TimelineQuotes {
    private TimelineQuotes() {}

    static JsonText of(QuoteEvent event) {
        return switch (event) {
            case QuoteEvent.PaymentQuoted e ->
                TimelineAmounts.of(e.due())
                        .with("price", e.quote().price().toString())
                        .with("expiresAt", e.quote().expiresAt().toString());
            case QuoteEvent.TransferAwaitsQuote e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.key().txHash());
        };
    }
}
