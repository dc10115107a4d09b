package io.amanat.projection.escrow;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.Posting;
import io.amanat.contract.escrow.Postings;
import io.amanat.contract.escrow.ReorgEvent;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.projection.AssetColumns;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code funds_ledger_entries}: one row per posting of {@link Postings}, the same definition by which the aggregate refuses an
 * overdraft. The trade is the event's correlation id.
 */
public final class LedgerProjection implements Projection {
    @Override
    public List<RowChange> changes(StoredEvent stored) {
        if (!(stored.event() instanceof PaymentEvent event)) {
            return List.of();
        }
        List<Posting> postings = Postings.of(event);
        List<RowChange> entries = new ArrayList<>(postings.size());
        for (int ordinal = 0; ordinal < postings.size(); ordinal++) {
            entries.add(entry(event, postings.get(ordinal), ordinal, stored));
        }
        return entries;
    }

    private static RowChange entry(PaymentEvent event, Posting posting, int ordinal, StoredEvent stored) {
        Row row = Row.of("id", Stamp.id(stored, "posting/" + ordinal))
                .and("entry_type", posting.type())
                .and("payment_id", event.paymentId())
                .and("purchase_request_ref_kind", new Row.Enumerated("entity"))
                .and("purchase_request_id", UUID.fromString(metadata(stored, MetadataKeys.CORRELATION_ID)))
                .and("debit_account", posting.debit())
                .and("credit_account", posting.credit())
                .and("reason", posting.reason())
                .and("actor", metadata(stored, MetadataKeys.ACTOR))
                .and("event_id", UUID.fromString(stored.eventId()))
                .and("event_type", stored.type())
                .and("position", stored.position())
                .and("ordinal", ordinal)
                .and("tx_hash", txHash(event))
                .and("occurred_at", stored.at());
        return new RowChange.Insert(
                "funds_ledger_entries", Stamp.child(AssetColumns.amount(row, posting.amount()), stored));
    }

    private static String metadata(StoredEvent stored, String key) {
        return Objects.requireNonNull(stored.metadata().get(key), "an event about money has its " + key);
    }

    private static @Nullable String txHash(PaymentEvent event) {
        return switch (event) {
            case PayInEvent.TransferDetected e -> e.transfer().key().txHash();
            case PayInEvent.TransferRetracted e -> e.key().txHash();
            case PayInEvent.FundsHeld e -> e.key().txHash();
            case PayInEvent.ExcessSetAside e -> e.key().txHash();
            case StrayEvent.ForeignTransferDetected e -> e.transfer().key().txHash();
            case StrayEvent.ForeignTransferRetracted e -> e.key().txHash();
            case StrayEvent.ExcessReturned e -> e.txHash();
            case ReorgEvent.CreditRetracted e -> e.key().txHash();
            case ReorgEvent.ExposureCovered e -> e.key().txHash();
            case WriteOffEvent.LossRecovered e -> e.key().txHash();
            case SettlementEvent.FundsReleased e -> e.txHash();
            case SettlementEvent.FundsRefunded e -> e.txHash();
            default -> null;
        };
    }
}
