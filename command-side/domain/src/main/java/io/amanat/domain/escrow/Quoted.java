package io.amanat.domain.escrow;

import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.QuoteEvent;
import io.amanat.contract.escrow.ReorgEvent;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.money.AssetAmount;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quote that a payment settles by, if it has one.
 *
 * @param due what the buyer pays by it
 * @param waiting confirmed transfers that came too late for it; still undecided for the ledger
 */
record Quoted(@Nullable Quote quote, @Nullable AssetAmount due, Set<TransferKey> waiting) {
    static final Quoted NONE = new Quoted(null, null, Set.of());

    /** Whether a transfer of that block, or of a block of which nobody knows the time, came after the quote's time. */
    boolean late(@Nullable Instant minedAt) {
        return quote != null && (minedAt == null || minedAt.isAfter(quote.payableUntil()));
    }

    boolean waits(TransferKey key) {
        return waiting.contains(key);
    }

    Quoted after(PaymentEvent event) {
        return switch (event) {
            case QuoteEvent.PaymentQuoted e -> new Quoted(e.quote(), e.due(), waiting);
            case QuoteEvent.TransferAwaitsQuote e -> {
                Set<TransferKey> more = new HashSet<>(waiting);
                more.add(e.key());
                yield new Quoted(quote, due, more);
            }
            case PayInEvent.FundsHeld e -> without(e.key());
            case PayInEvent.ExcessSetAside e -> without(e.key());
            case PayInEvent.TransferRetracted e -> without(e.key());
            case ReorgEvent.ExposureCovered e -> without(e.key());
            case WriteOffEvent.LossRecovered e -> without(e.key());
            default -> this;
        };
    }

    private Quoted without(TransferKey key) {
        if (!waits(key)) {
            return this;
        }
        Set<TransferKey> fewer = new HashSet<>(waiting);
        fewer.remove(key);
        return new Quoted(quote, due, fewer);
    }
}
