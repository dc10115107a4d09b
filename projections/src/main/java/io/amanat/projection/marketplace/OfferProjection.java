package io.amanat.projection.marketplace;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Table {@code seller_offers}. */
public final class OfferProjection implements Projection {
    private static final String TABLE = "seller_offers";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return stored.event() instanceof OfferEvent event ? List.of(change(event, stored)) : List.of();
    }

    private static RowChange change(OfferEvent event, StoredEvent stored) {
        return switch (event) {
            case OfferEvent.OfferMade e ->
                new RowChange.Insert(
                        TABLE,
                        Stamp.created(
                                terms(
                                        Row.of("id", e.offerId())
                                                .and("purchase_request_id", e.requestId())
                                                .and("seller_id", e.sellerId())
                                                .and("status", OfferStatus.PENDING),
                                        e.terms()),
                                stored));
            case OfferEvent.OfferRevised e -> update(e, terms(Row.of("id", e.offerId()), e.terms()), stored);
            case OfferEvent.OfferWithdrawn e -> update(e, Row.of("status", OfferStatus.WITHDRAWN), stored);
            case OfferEvent.NegotiationOpened e -> update(e, Row.of("status", OfferStatus.ACTIVE), stored);
            case OfferEvent.OfferRejected e ->
                update(
                        e,
                        Row.of("status", OfferStatus.REJECTED)
                                .and("rejection_cause", e.cause())
                                .and("rejection_reason", e.reason()),
                        stored);
            case OfferEvent.OfferQuoted e -> update(e, Row.of("id", e.offerId()), stored);
            case OfferEvent.OfferAccepted e -> update(e, Row.of("status", OfferStatus.ACCEPTED), stored);
        };
    }

    private static Row terms(Row row, OfferTerms terms) {
        return row.and("price", terms.price())
                .and("currency", terms.price().currency())
                .and("delivery_days", terms.deliveryDays())
                .and("message", terms.message())
                .and("payout_address", terms.payoutAddress())
                .and("valid_until", terms.validUntil());
    }

    private static RowChange update(OfferEvent event, Row values, StoredEvent stored) {
        return new RowChange.Update(TABLE, Row.of("id", event.offerId()), Stamp.changed(values, stored));
    }
}
