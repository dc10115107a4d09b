package io.amanat.projection.custody;

import io.amanat.contract.WireEnum;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.screening.ScreeningEvent;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.projection.AssetColumns;
import io.amanat.projection.JsonText;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;
import java.util.stream.Collectors;

/** Table {@code transfer_screenings}. */
public final class ScreeningProjection implements Projection {
    private static final String TABLE = "transfer_screenings";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return stored.event() instanceof ScreeningEvent event ? List.of(change(event, stored)) : List.of();
    }

    private static RowChange change(ScreeningEvent event, StoredEvent stored) {
        return switch (event) {
            case TransferScreened e ->
                stored.sequence() == 0 ? screened(e, stored) : update(e, verdict(e, stored), stored);
            case ScreeningEvent.TransferCleared e ->
                update(e, decided(ScreeningStatus.CLEARED, e.by(), e.reason(), stored), stored);
            case ScreeningEvent.TransferRejected e ->
                update(e, decided(ScreeningStatus.REJECTED, e.by(), e.reason(), stored), stored);
        };
    }

    private static RowChange screened(TransferScreened event, StoredEvent stored) {
        Row row = verdict(event, stored)
                .and("id", event.screeningId())
                .and("payment_id", event.paymentId())
                .and("purchase_request_id", event.requestId())
                .and("tx_hash", event.transfer().key().txHash())
                .and("log_index", event.transfer().key().logIndex())
                .and("from_address", event.transfer().from())
                .and("to_address", event.transfer().to());
        return new RowChange.Insert(
                TABLE, Stamp.created(AssetColumns.amount(row, event.transfer().amount()), stored));
    }

    private static Row verdict(TransferScreened event, StoredEvent stored) {
        return Row.of("status", ScreeningStatus.of(event.verdict()))
                .and("verdict", event.verdict())
                .and("findings", words(event.findings()))
                .and("rule_set_version", event.ruleSetVersion())
                .and("list_version", event.inputs().listVersion())
                .and("inputs", new Row.Enumerated(inputs(event.inputs()).toString()))
                .and("screened_at", stored.at());
    }

    /** Absent where nobody was asked. */
    private static JsonText inputs(ScreeningInputs inputs) {
        JsonText text = JsonText.object()
                .with("sender", inputs.sender())
                .with("amount", inputs.amount())
                .with("listings", words(inputs.listings()))
                .with("windowAmount", inputs.windowAmount())
                .with("windowTransfers", inputs.windowTransfers())
                .with("sentBefore", inputs.sentBefore())
                .with("unanswered", String.join(",", inputs.unanswered()));
        return inputs.opinion() == null
                ? text
                : text.with("provider", inputs.opinion().provider())
                        .with("providerVerdict", inputs.opinion().verdict().wire())
                        .with("providerReference", inputs.opinion().reference());
    }

    private static Row decided(ScreeningStatus status, UserId by, PersonalText reason, StoredEvent stored) {
        return Row.of("status", status)
                .and("decided_by", by)
                .and("decision_reason", reason)
                .and("decided_at", stored.at());
    }

    private static RowChange update(ScreeningEvent event, Row values, StoredEvent stored) {
        return new RowChange.Update(TABLE, Row.of("id", event.screeningId()), Stamp.changed(values, stored));
    }

    private static String words(List<? extends WireEnum> words) {
        return words.stream().map(WireEnum::wire).collect(Collectors.joining(","));
    }
}
