package io.amanat.projection.escrow;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.escrow.QuoteEvent.PaymentQuoted;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.projection.AssetColumns;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Table {@code payment_quotes}: the quote that stands, one row per payment. Those before it are in the log. */
public final class PaymentQuoteProjection implements Projection {
    private static final String TABLE = "payment_quotes";
    private static final String PART = "quote";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return stored.event() instanceof PaymentQuoted event ? List.of(change(event, stored)) : List.of();
    }

    /** The first quote has nobody who asked for it. */
    private static RowChange change(PaymentQuoted event, StoredEvent stored) {
        Quote quote = event.quote();
        Row row = AssetColumns.asset(
                        Row.of("id", Stamp.id(event.paymentId(), PART)),
                        quote.settleAmount().asset())
                .and("price_amount", quote.price())
                .and("price_currency", quote.price().currency())
                .and("fx_rate", quote.fxRate().decimal())
                .and("token_price_usd", quote.tokenPriceUsd().decimal())
                .and("depeg_adjustment_bps", quote.depegAdjustmentBps())
                .and("settle_amount", quote.settleAmount())
                .and("settle_units", quote.settleAmount().units())
                .and("quoted_at", quote.quotedAt())
                .and("expires_at", quote.expiresAt())
                .and("payable_until", quote.payableUntil());
        return event.by() == null
                ? new RowChange.Insert(TABLE, Stamp.created(row.and("payment_id", event.paymentId()), stored))
                : new RowChange.Update(
                        TABLE, Row.of("id", Stamp.id(event.paymentId(), PART)), Stamp.changed(row, stored));
    }
}
