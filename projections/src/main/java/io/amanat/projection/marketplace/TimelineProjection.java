package io.amanat.projection.marketplace;

import io.amanat.contract.Event;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.screening.ScreeningEvent;
import io.amanat.contract.custody.screening.Verdict;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.escrow.EscrowEvent;
import io.amanat.contract.escrow.OffChainEvent;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.QuoteEvent;
import io.amanat.contract.escrow.ReorgEvent;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.marketplace.DeliveryEvent;
import io.amanat.contract.marketplace.OfferEvent;
import io.amanat.contract.marketplace.RequestLifecycleEvent;
import io.amanat.projection.JsonText;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code trade_timeline}: what happened in a trade, across its aggregates, as facts to be put into words by whoever shows
 * them. Steps that only the machinery cares about are left out.
 */
public final class TimelineProjection implements Projection {
    @Override
    public List<RowChange> changes(StoredEvent stored) {
        JsonText params = params(stored.event());
        return params == null ? List.of() : List.of(entry(params, stored));
    }

    private static RowChange entry(JsonText params, StoredEvent stored) {
        String trade = Objects.requireNonNull(
                stored.metadata().get(MetadataKeys.CORRELATION_ID), "an event of a trade has its correlation id");
        return new RowChange.Insert(
                "trade_timeline",
                Stamp.child(
                        Row.of("purchase_request_id", UUID.fromString(trade))
                                .and("position", stored.position())
                                .and("occurred_at", stored.at())
                                .and("actor", stored.metadata().getOrDefault(MetadataKeys.ACTOR, "unknown"))
                                .and("actor_role", stored.metadata().getOrDefault(MetadataKeys.ACTOR_ROLE, "unknown"))
                                .and("kind", stored.type())
                                .and("params", new Row.Enumerated(params.toString())),
                        stored));
    }

    private static @Nullable JsonText params(Event event) {
        return switch (event) {
            case RequestLifecycleEvent e -> lifecycle(e);
            case OfferEvent e -> offer(e);
            case DeliveryEvent e -> delivery(e);
            case PayInEvent e -> payIn(e);
            case QuoteEvent e -> TimelineQuotes.of(e);
            case OffChainEvent e -> TimelineStrays.of(e);
            case StrayEvent e -> TimelineStrays.of(e);
            case ReorgEvent e -> TimelineStrays.of(e);
            case WriteOffEvent e -> TimelineStrays.of(e);
            case EscrowEvent e -> escrow(e);
            case SettlementEvent e -> settlement(e);
            case DisputeEvent e -> dispute(e);
            case CustodyTransferEvent e -> transfer(e);
            case ScreeningEvent e -> screening(e);
            default -> null;
        };
    }

    private static JsonText lifecycle(RequestLifecycleEvent event) {
        return switch (event) {
            case RequestLifecycleEvent.PurchaseRequestCancelled e ->
                JsonText.object().with("cause", e.cause().wire());
            case RequestLifecycleEvent.PurchaseRequestCompleted e ->
                JsonText.object().with("cause", e.cause().wire());
            case RequestLifecycleEvent.PurchaseRequestDisputed e ->
                JsonText.object().with("disputeId", e.disputeId());
            case RequestLifecycleEvent.PurchaseRequestCreated e -> JsonText.object();
            case RequestLifecycleEvent.PurchaseRequestEdited e -> JsonText.object();
            case RequestLifecycleEvent.RequestPaymentConfirmed e -> JsonText.object();
            case RequestLifecycleEvent.ResumedForReplacement e -> JsonText.object();
            case RequestLifecycleEvent.PurchaseRequestRefunded e -> JsonText.object();
            case RequestLifecycleEvent.SellerPaid e -> JsonText.object();
        };
    }

    /** A quote is told where it counts: in the payment. */
    private static @Nullable JsonText offer(OfferEvent event) {
        JsonText params = JsonText.object().with("offerId", event.offerId());
        return switch (event) {
            case OfferEvent.OfferMade e ->
                amount(
                                params,
                                e.terms().price().amount(),
                                e.terms().price().currency().wire())
                        .with("sellerId", e.sellerId());
            case OfferEvent.OfferRevised e ->
                amount(
                        params,
                        e.terms().price().amount(),
                        e.terms().price().currency().wire());
            case OfferEvent.OfferAccepted e ->
                amount(params, e.price().amount(), e.price().currency().wire()).with("sellerId", e.sellerId());
            case OfferEvent.OfferRejected e -> params.with("cause", e.cause().wire());
            case OfferEvent.OfferWithdrawn e -> params;
            case OfferEvent.NegotiationOpened e -> params;
            case OfferEvent.OfferQuoted e -> null;
        };
    }

    private static JsonText delivery(DeliveryEvent event) {
        return switch (event) {
            case DeliveryEvent.DeliveryAttemptFailed e ->
                JsonText.object().with("attempt", e.attempt()).with("locked", e.locked());
            case DeliveryEvent.WorkStarted e -> JsonText.object();
            case DeliveryEvent.GoodsShipped e -> JsonText.object();
            case DeliveryEvent.DeliveryHandedOver e -> JsonText.object();
            case DeliveryEvent.DeliveryCodeIssued e -> JsonText.object();
            case DeliveryEvent.DeliveryConfirmed e -> JsonText.object();
        };
    }

    private static JsonText payIn(PayInEvent event) {
        return switch (event) {
            case PayInEvent.PaymentOpened e ->
                TimelineAmounts.of(e.terms().due()).with("address", e.terms().destination());
            case PayInEvent.TransferDetected e ->
                TimelineAmounts.of(e.transfer().amount())
                        .with("txHash", e.transfer().key().txHash());
            case PayInEvent.TransferRetracted e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.key().txHash());
            case PayInEvent.FundsHeld e ->
                TimelineAmounts.of(e.amount()).with("total", e.heldTotal().amount());
            case PayInEvent.ExcessSetAside e ->
                TimelineAmounts.of(e.amount())
                        .with("cause", e.cause().wire())
                        .with("txHash", e.key().txHash())
                        .with("logIndex", e.key().logIndex());
            case PayInEvent.PaymentCancelled e -> JsonText.object();
            case PayInEvent.PaymentExpired e -> TimelineAmounts.of(e.held());
        };
    }

    private static JsonText escrow(EscrowEvent event) {
        return switch (event) {
            case EscrowEvent.EscrowFunded e -> TimelineAmounts.of(e.held());
            case EscrowEvent.DisputeRaised e ->
                JsonText.object().with("category", e.category().wire()).with("disputeId", e.disputeId());
            case EscrowEvent.EscrowFrozen e ->
                TimelineAmounts.of(e.amount()).with("cause", e.cause().wire());
            case EscrowEvent.EscrowUnfrozen e ->
                TimelineAmounts.of(e.amount()).with("cause", e.cause().wire());
            case EscrowEvent.EscrowReleasable e -> JsonText.object();
        };
    }

    private static JsonText settlement(SettlementEvent event) {
        return switch (event) {
            case SettlementEvent.SettlementInstructed e ->
                JsonText.object()
                        .with("cause", e.cause().wire())
                        .with("legs", e.legs().size());
            case SettlementEvent.FundsReleased e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.txHash());
            case SettlementEvent.FundsRefunded e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.txHash());
            case SettlementEvent.PlatformFeeTaken e -> TimelineAmounts.of(e.amount());
            case SettlementEvent.PaymentCompleted e -> JsonText.object();
            case SettlementEvent.PaymentRefunded e -> JsonText.object();
        };
    }

    private static @Nullable JsonText dispute(DisputeEvent event) {
        return switch (event) {
            case DisputeEvent.DisputeOpened e -> null;
            case DisputeEvent.EvidenceAdded e -> JsonText.object();
            case DisputeEvent.TimelineEntryAdded e -> JsonText.object();
            case DisputeEvent.DisputeResponseReceived e -> JsonText.object();
            case DisputeEvent.DisputeResponseLapsed e -> JsonText.object();
            case DisputeEvent.DisputeResolved e -> TimelineAmounts.of(e.ruling());
        };
    }

    private static @Nullable JsonText transfer(CustodyTransferEvent event) {
        return switch (event) {
            case CustodyTransferEvent.CustodyTransferInstructed e ->
                TimelineAmounts.of(e.instruction().amount())
                        .with("transferKind", e.instruction().kind().wire())
                        .with("guardRequired", e.guardRequired());
            case CustodyTransferEvent.CustodyTransferHeld e -> JsonText.object();
            case CustodyTransferEvent.CustodyTransferBroadcast e ->
                JsonText.object().with("txHash", e.txHash());
            case CustodyTransferEvent.CustodyTransferReplaced e ->
                JsonText.object().with("txHash", e.transaction().txHash());
            case CustodyTransferEvent.CustodyTransferFailed e ->
                JsonText.object().with("reason", e.reason());
            case CustodyTransferEvent.CustodyTransferFirstApproved e -> null;
            case CustodyTransferEvent.CustodyTransferRedirected e -> JsonText.object();
            case CustodyTransferEvent.CustodyTransferAccepted e -> JsonText.object();
            case CustodyTransferEvent.CustodyTransferApproved e -> null;
            case CustodyTransferEvent.CustodyTransferSigned e -> null;
            case CustodyTransferEvent.CustodyTransferMined e -> null;
            case CustodyTransferEvent.CustodyTransferFinalised e -> null;
        };
    }

    /** Why it is held is for guards only: whoever sends such money is not told how it was noticed. */
    private static @Nullable JsonText screening(ScreeningEvent event) {
        return switch (event) {
            case ScreeningEvent.TransferScreened e ->
                e.verdict() == Verdict.HOLD
                        ? TimelineAmounts.of(e.transfer().amount())
                                .with("txHash", e.transfer().key().txHash())
                        : null;
            case ScreeningEvent.TransferCleared e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.key().txHash());
            case ScreeningEvent.TransferRejected e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.key().txHash());
        };
    }

    private static JsonText amount(JsonText params, String amount, String currency) {
        return params.with("amount", amount).with("currency", currency);
    }
}
