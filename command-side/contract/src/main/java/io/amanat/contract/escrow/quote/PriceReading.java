package io.amanat.contract.escrow.quote;

import io.amanat.contract.money.Currency;
import io.amanat.contract.money.UsdPrice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one source said about one currency, as it was read for a quote.
 *
 * @param source where it was read, such as {@code chainlink:31337:0x…}, or {@code fixed}
 * @param round the source's own number of what it said, in decimal digits; absent where a source has none
 * @param updatedAt when the source says that it last looked
 */
public record PriceReading(
        Currency currency,
        String source,
        UsdPrice price,
        @Nullable String round,
        Instant updatedAt) {}
