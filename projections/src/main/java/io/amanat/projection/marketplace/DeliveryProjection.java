package io.amanat.projection.marketplace;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.DeliveryEvent;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestLifecycleEvent.ResumedForReplacement;
import io.amanat.contract.marketplace.Shipment;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** The delivery's tables: what the seller stated, when it happened, and every try with the code. The code is in none of them. */
public final class DeliveryProjection implements Projection {
    private static final String INFO = "purchase_request_delivery_info";
    private static final String SELLER_INFO = "purchase_request_seller_delivery_info";
    private static final String ATTEMPTS = "delivery_attempts";
    private static final String PARENT = "purchase_request_id";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return switch (stored.event()) {
            case DeliveryEvent event -> delivery(event, stored);
            case ResumedForReplacement event -> startedOver(event.requestId(), stored);
            default -> List.of();
        };
    }

    private static List<RowChange> delivery(DeliveryEvent event, StoredEvent stored) {
        return switch (event) {
            case DeliveryEvent.WorkStarted e -> List.of();
            case DeliveryEvent.GoodsShipped e ->
                List.of(
                        info(e.requestId(), Row.of("shipped_at", stored.at()), stored),
                        new RowChange.Delete(SELLER_INFO, Row.of(PARENT, e.requestId())),
                        shipment(e.requestId(), e.shipment(), stored));
            case DeliveryEvent.DeliveryHandedOver e ->
                List.of(info(e.requestId(), Row.of("handed_over_at", stored.at()), stored));
            case DeliveryEvent.DeliveryCodeIssued e ->
                List.of(info(e.requestId(), Row.of("code_issued_at", stored.at()), stored));
            case DeliveryEvent.DeliveryAttemptFailed e -> failed(e, stored);
            case DeliveryEvent.DeliveryConfirmed e ->
                List.of(
                        info(
                                e.requestId(),
                                Row.of("confirmed_at", stored.at()).and("code_attempts", e.attempt()),
                                stored),
                        attempt(e.requestId(), e.attempt(), "confirmed", stored));
        };
    }

    private static List<RowChange> failed(DeliveryEvent.DeliveryAttemptFailed event, StoredEvent stored) {
        Row tried = Row.of("code_attempts", event.attempt());
        return List.of(
                info(event.requestId(), event.locked() ? tried.and("code_locked_at", stored.at()) : tried, stored),
                attempt(event.requestId(), event.attempt(), event.locked() ? "locked" : "wrong_code", stored));
    }

    /** A replacement is delivered anew; the tries of the first delivery stay on record, and the count goes on. */
    private static List<RowChange> startedOver(PurchaseRequestId requestId, StoredEvent stored) {
        return List.of(
                info(
                        requestId,
                        Row.of("shipped_at", null)
                                .and("handed_over_at", null)
                                .and("confirmed_at", null)
                                .and("code_issued_at", null)
                                .and("code_locked_at", null),
                        stored),
                new RowChange.Delete(SELLER_INFO, Row.of(PARENT, requestId)));
    }

    private static RowChange info(PurchaseRequestId requestId, Row values, StoredEvent stored) {
        return new RowChange.Update(INFO, Row.of(PARENT, requestId), values.and("updated_at", stored.at()));
    }

    private static RowChange shipment(PurchaseRequestId requestId, Shipment shipment, StoredEvent stored) {
        return new RowChange.Insert(
                SELLER_INFO,
                Stamp.child(
                        Row.of(PARENT, requestId)
                                .and("carrier", shipment.carrier())
                                .and("tracking_number", shipment.trackingNumber())
                                .and("notes", shipment.notes())
                                .and("shipped_at", stored.at()),
                        stored));
    }

    private static RowChange attempt(PurchaseRequestId requestId, int attempt, String outcome, StoredEvent stored) {
        return new RowChange.Insert(
                ATTEMPTS,
                Stamp.child(
                        Row.of("id", Stamp.id(stored, "attempt"))
                                .and(PARENT, requestId)
                                .and("attempt", attempt)
                                .and("outcome", new Row.Enumerated(outcome))
                                .and("actor", stored.metadata().getOrDefault(MetadataKeys.ACTOR, "unknown"))
                                .and("attempted_at", stored.at()),
                        stored));
    }
}
