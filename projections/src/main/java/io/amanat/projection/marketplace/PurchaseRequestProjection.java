package io.amanat.projection.marketplace;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.marketplace.DeliveryEvent;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestLifecycleEvent;
import io.amanat.projection.Computed;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.ArrayList;
import java.util.List;

/** Table {@code purchase_requests}; what a buyer asks for in detail is {@link RequestChildren}'s. */
public final class PurchaseRequestProjection implements Projection {
    static final String TABLE = "purchase_requests";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return switch (stored.event()) {
            case RequestLifecycleEvent event -> lifecycle(event, stored);
            case OfferEvent event -> List.of(update(event, offer(event), stored));
            case DeliveryEvent event -> List.of(update(event, delivery(event), stored));
            default -> List.of();
        };
    }

    private static List<RowChange> lifecycle(RequestLifecycleEvent event, StoredEvent stored) {
        return switch (event) {
            case RequestLifecycleEvent.PurchaseRequestCreated e -> created(e, stored);
            case RequestLifecycleEvent.PurchaseRequestEdited e -> edited(e, stored);
            case RequestLifecycleEvent.PurchaseRequestCancelled e ->
                List.of(update(
                        e,
                        status(PurchaseRequestStatus.CANCELLED)
                                .and("cancellation_cause", e.cause())
                                .and("cancellation_reason", e.reason()),
                        stored));
            case RequestLifecycleEvent.RequestPaymentConfirmed e ->
                List.of(update(e, status(PurchaseRequestStatus.PAYMENT_CONFIRMED), stored));
            case RequestLifecycleEvent.PurchaseRequestCompleted e ->
                List.of(update(
                        e,
                        status(PurchaseRequestStatus.COMPLETED)
                                .and("completion_cause", e.cause())
                                .and("completed_at", stored.at()),
                        stored));
            case RequestLifecycleEvent.PurchaseRequestDisputed e ->
                List.of(update(
                        e,
                        status(PurchaseRequestStatus.DISPUTED)
                                .and("dispute_id", e.disputeId())
                                .and("status_before_dispute", e.statusBefore()),
                        stored));
            case RequestLifecycleEvent.ResumedForReplacement e ->
                List.of(update(
                        e,
                        status(PurchaseRequestStatus.IN_PROGRESS)
                                .and("completion_cause", null)
                                .and("completed_at", null),
                        stored));
            case RequestLifecycleEvent.PurchaseRequestRefunded e ->
                List.of(update(e, status(PurchaseRequestStatus.REFUNDED), stored));
            case RequestLifecycleEvent.SellerPaid e ->
                List.of(update(e, status(PurchaseRequestStatus.SELLER_PAID), stored));
        };
    }

    private static List<RowChange> created(RequestLifecycleEvent.PurchaseRequestCreated event, StoredEvent stored) {
        Row row = Row.of("id", event.requestId())
                .and("buyer_id", event.buyerId())
                .and("status", PurchaseRequestStatus.PENDING);
        RowChange insert = new RowChange.Insert(TABLE, Stamp.created(details(row, event.details()), stored));
        List<RowChange> changes = new ArrayList<>(List.of(insert));
        changes.addAll(RequestChildren.of(event.requestId(), event.details(), stored));
        return changes;
    }

    private static List<RowChange> edited(RequestLifecycleEvent.PurchaseRequestEdited event, StoredEvent stored) {
        Row first = Row.of("title", event.details().title());
        RowChange update = update(event, details(first, event.details()), stored);
        List<RowChange> changes = new ArrayList<>(List.of(update));
        changes.addAll(RequestChildren.removalOf(event.requestId()));
        changes.addAll(RequestChildren.of(event.requestId(), event.details(), stored));
        return changes;
    }

    private static Row details(Row row, RequestDetails details) {
        return row.and("title", details.title())
                .and("description", details.description())
                .and("product_type", details.productType())
                .and("budget_min", details.budget().min())
                .and("budget_max", details.budget().max())
                .and("budget_currency", details.budget().max().currency())
                .and("urgency", details.urgency())
                .and("quantity", details.quantity());
    }

    private static Row offer(OfferEvent event) {
        return switch (event) {
            case OfferEvent.OfferMade e -> unlessNegotiating();
            case OfferEvent.OfferRevised e -> Row.of("id", e.requestId());
            case OfferEvent.OfferQuoted e -> Row.of("id", e.requestId());
            case OfferEvent.OfferWithdrawn e -> status(e.requestStatus());
            case OfferEvent.NegotiationOpened e -> status(PurchaseRequestStatus.IN_NEGOTIATION);
            case OfferEvent.OfferRejected e -> status(e.requestStatus());
            case OfferEvent.OfferAccepted e ->
                status(PurchaseRequestStatus.PAYMENT_PENDING)
                        .and("accepted_offer_id", e.offerId())
                        .and("seller_id", e.sellerId())
                        .and("payment_id", e.paymentId());
        };
    }

    /** A further offer does not take a request out of its negotiation. */
    private static Row unlessNegotiating() {
        return Row.of(
                "status",
                new Computed.WhenEquals(
                        PurchaseRequestStatus.PENDING.wire(), PurchaseRequestStatus.RECEIVED_OFFERS.wire()));
    }

    private static Row delivery(DeliveryEvent event) {
        return switch (event) {
            case DeliveryEvent.WorkStarted e -> status(PurchaseRequestStatus.IN_PROGRESS);
            case DeliveryEvent.GoodsShipped e -> status(PurchaseRequestStatus.DELIVERY);
            case DeliveryEvent.DeliveryHandedOver e -> status(PurchaseRequestStatus.DELIVERED);
            case DeliveryEvent.DeliveryCodeIssued e -> Row.of("id", e.requestId());
            case DeliveryEvent.DeliveryAttemptFailed e -> Row.of("id", e.requestId());
            case DeliveryEvent.DeliveryConfirmed e -> Row.of("id", e.requestId());
        };
    }

    private static Row status(PurchaseRequestStatus status) {
        return Row.of("status", status);
    }

    private static RowChange update(PurchaseRequestEvent event, Row values, StoredEvent stored) {
        return new RowChange.Update(TABLE, Row.of("id", event.requestId()), Stamp.changed(values, stored));
    }
}
