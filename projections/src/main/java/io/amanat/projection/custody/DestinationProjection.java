package io.amanat.projection.custody;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.DestinationEvent;
import io.amanat.contract.custody.DestinationStatus;
import io.amanat.projection.AssetColumns;
import io.amanat.projection.Computed;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;

/** Tables {@code derived_destinations} and {@code derived_destination_sweeps}. */
public final class DestinationProjection implements Projection {
    private static final String TABLE = "derived_destinations";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return stored.event() instanceof DestinationEvent event ? changes(event, stored) : List.of();
    }

    private static List<RowChange> changes(DestinationEvent event, StoredEvent stored) {
        return switch (event) {
            case DestinationEvent.DestinationAllocated e ->
                List.of(new RowChange.Insert(
                        TABLE,
                        Stamp.created(
                                Row.of("id", e.destinationId())
                                        .and("purchase_request_ref_kind", new Row.Enumerated("entity"))
                                        .and("purchase_request_id", e.requestId())
                                        .and("payment_id", e.paymentId())
                                        .and("chain_id", e.chainId())
                                        .and("address", e.address())
                                        .and("account_fingerprint", e.accountFingerprint())
                                        .and("derivation_path", e.derivationPath())
                                        .and("status", DestinationStatus.ACTIVE),
                                stored)));
            case DestinationEvent.DestinationQuarantined e ->
                List.of(update(
                        e,
                        Row.of("status", DestinationStatus.QUARANTINED)
                                .and("quarantined_by", e.by())
                                .and("quarantine_reason", e.reason()),
                        stored));
            case DestinationEvent.DestinationSwept e -> List.of(sweep(e, stored), swept(e, stored));
        };
    }

    /** Append-only: one row per sweep. */
    private static RowChange sweep(DestinationEvent.DestinationSwept event, StoredEvent stored) {
        Row row = Row.of("id", Stamp.id(stored, "sweep"))
                .and("destination_id", event.destinationId())
                .and("tx_hash", event.key().txHash())
                .and("log_index", event.key().logIndex())
                .and("to_address", event.to())
                .and("swept_at", stored.at());
        return new RowChange.Insert(
                "derived_destination_sweeps", Stamp.child(AssetColumns.amount(row, event.amount()), stored));
    }

    private static RowChange swept(DestinationEvent.DestinationSwept event, StoredEvent stored) {
        Row status = Row.of(
                "status", new Computed.Unless(DestinationStatus.QUARANTINED.wire(), DestinationStatus.SWEPT.wire()));
        return update(event, status, stored);
    }

    private static RowChange update(DestinationEvent event, Row values, StoredEvent stored) {
        return new RowChange.Update(TABLE, Row.of("id", event.destinationId()), Stamp.changed(values, stored));
    }
}
