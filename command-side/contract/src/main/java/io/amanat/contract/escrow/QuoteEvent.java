package io.amanat.contract.escrow;

import io.amanat.contract.EventType;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A price that is not in its token's own currency: what the buyer pays, and until when. */
public sealed interface QuoteEvent extends PaymentEvent {
    /**
     * From now on {@code due} is what the buyer pays: the quote's settle amount, or what is held already when that is more.
     *
     * @param by who asked for a new one; absent for the first
     */
    @EventType("payment.quoted.v1")
    record PaymentQuoted(
            PaymentId paymentId,
            Quote quote,
            AssetAmount due,
            @Nullable UserId by) implements QuoteEvent {}

    /**
     * A confirmed transfer came after the quote's time. It stays in clearing: a new quote credits it, or the end of the payment window
     * sets it aside for the payer.
     *
     * @param minedAt of its block; absent when nobody knows
     * @param payableUntil of the quote that it missed
     */
    @EventType("payment.transfer-awaits-quote.v1")
    record TransferAwaitsQuote(
            PaymentId paymentId,
            TransferKey key,
            AssetAmount amount,
            @Nullable Instant minedAt,
            Instant payableUntil) implements QuoteEvent {}
}
