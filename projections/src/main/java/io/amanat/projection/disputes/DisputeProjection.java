package io.amanat.projection.disputes;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.disputes.DisputeStatus;
import io.amanat.projection.Computed;
import io.amanat.projection.JsonText;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Table {@code disputes}; evidence and timeline are arrays that only grow. */
public final class DisputeProjection implements Projection {
    private static final String TABLE = "disputes";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return switch (stored.event()) {
            case DisputeEvent.DisputeOpened e -> List.of(opened(e, stored));
            case DisputeEvent e ->
                List.of(new RowChange.Update(
                        TABLE, Row.of("id", e.disputeId()), Stamp.changed(values(e, stored), stored)));
            default -> List.of();
        };
    }

    private static RowChange opened(DisputeEvent.DisputeOpened event, StoredEvent stored) {
        DisputeCase about = event.disputeCase();
        return new RowChange.Insert(
                TABLE,
                Stamp.created(
                        Row.of("id", event.disputeId())
                                .and("payment_id", about.paymentId())
                                .and("purchase_request_id", about.requestId())
                                .and("buyer_id", about.buyerId())
                                .and("seller_id", about.sellerId())
                                .and("opened_by", about.openedBy())
                                .and("category", about.category())
                                .and("reason", about.reason())
                                .and("status", DisputeStatus.OPEN)
                                .and("currency", about.atStake().asset().currency())
                                .and("amount_at_stake", about.atStake())
                                .and("respond_by", about.respondBy()),
                        stored));
    }

    private static Row values(DisputeEvent event, StoredEvent stored) {
        return switch (event) {
            case DisputeEvent.DisputeOpened e -> Row.of("status", DisputeStatus.OPEN);
            case DisputeEvent.EvidenceAdded e ->
                appended(
                        "evidence",
                        JsonText.object()
                                .with("id", e.evidence().evidenceId())
                                .with("by", e.by())
                                .with("at", stored.at())
                                .with("note", e.evidence().note())
                                .with("sha256", e.evidence().sha256()));
            case DisputeEvent.TimelineEntryAdded e ->
                appended(
                        "timeline",
                        JsonText.object()
                                .with("id", e.entryId())
                                .with("by", e.by())
                                .with("at", stored.at())
                                .with("note", e.note()));
            case DisputeEvent.DisputeResponseReceived e ->
                Row.of("status", DisputeStatus.UNDER_REVIEW).and("responded_at", stored.at());
            case DisputeEvent.DisputeResponseLapsed e -> Row.of("response_lapsed_at", stored.at());
            case DisputeEvent.DisputeResolved e ->
                Row.of("status", DisputeStatus.RESOLVED)
                        .and("ruling", e.ruling().kind())
                        .and("amount_to_buyer", e.ruling().toBuyer())
                        .and("amount_to_seller", e.ruling().toSeller())
                        .and("rationale", e.rationale())
                        .and("resolved_by", e.by())
                        .and("resolved_at", stored.at());
        };
    }

    private static Row appended(String column, JsonText element) {
        return Row.of(column, new Computed.Appended(element));
    }
}
