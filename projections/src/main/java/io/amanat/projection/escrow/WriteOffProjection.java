package io.amanat.projection.escrow;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.escrow.WriteOffId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.projection.AssetColumns;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Table {@code exposure_write_offs}. What came back after all stands in the ledger alone. */
public final class WriteOffProjection implements Projection {
    private static final String TABLE = "exposure_write_offs";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return stored.event() instanceof WriteOffEvent event ? changes(event, stored) : List.of();
    }

    private static List<RowChange> changes(WriteOffEvent event, StoredEvent stored) {
        return switch (event) {
            case WriteOffEvent.WriteOffProposed e -> List.of(proposed(e, stored));
            case WriteOffEvent.WriteOffRejected e ->
                List.of(decided(e.writeOffId(), "rejected", e.by(), e.reason(), stored));
            case WriteOffEvent.ExposureWrittenOff e ->
                List.of(decided(e.writeOffId(), "approved", e.by(), e.reason(), stored));
            case WriteOffEvent.LossRecovered e -> List.of();
        };
    }

    private static RowChange proposed(WriteOffEvent.WriteOffProposed event, StoredEvent stored) {
        Row row = Row.of("id", event.writeOffId())
                .and("payment_id", event.paymentId())
                .and("status", "proposed")
                .and("proposed_by", event.by())
                .and("proposal_reason", event.reason());
        return new RowChange.Insert(TABLE, Stamp.created(AssetColumns.amount(row, event.amount()), stored));
    }

    private static RowChange decided(WriteOffId id, String status, UserId by, PersonalText reason, StoredEvent stored) {
        Row values = Row.of("status", status)
                .and("decided_by", by)
                .and("decision_reason", reason)
                .and("decided_at", stored.at());
        return new RowChange.Update(TABLE, Row.of("id", id), Stamp.changed(values, stored));
    }
}
