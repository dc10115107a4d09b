package io.amanat.projection.escrow;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.escrow.EscrowEvent;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.OffChainEvent;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.QuoteEvent;
import io.amanat.contract.escrow.ReorgEvent;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.money.AssetAmount;
import io.amanat.projection.AssetColumns;
import io.amanat.projection.Computed;
import io.amanat.projection.Projection;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.Stamp;
import java.math.BigDecimal;
import java.util.List;

/** Table {@code payments}. */
public final class PaymentProjection implements Projection {
    private static final String TABLE = "payments";

    @Override
    public List<RowChange> changes(StoredEvent stored) {
        return switch (stored.event()) {
            case PayInEvent.PaymentOpened e -> List.of(opened(e, stored));
            case PayInEvent e -> List.of(update(e, payIn(e), stored));
            case QuoteEvent e -> List.of(update(e, quote(e), stored));
            case OffChainEvent e -> List.of(update(e, offChain(e), stored));
            case StrayEvent e -> List.of(update(e, unchanged(e), stored));
            case ReorgEvent e -> List.of(update(e, reorg(e), stored));
            case WriteOffEvent e -> List.of(update(e, unchanged(e), stored));
            case EscrowEvent e -> List.of(update(e, escrow(e, stored), stored));
            case SettlementEvent e -> List.of(update(e, settlement(e, stored), stored));
            default -> List.of();
        };
    }

    private static RowChange opened(PayInEvent.PaymentOpened event, StoredEvent stored) {
        EscrowTerms terms = event.terms();
        Row row = Row.of("id", event.paymentId())
                .and("purchase_request_ref_kind", new Row.Enumerated("entity"))
                .and("purchase_request_id", terms.requestId())
                .and("seller_offer_ref_kind", new Row.Enumerated("entity"))
                .and("seller_offer_id", terms.offerId())
                .and("buyer_id", terms.buyerId())
                .and("seller_id", terms.sellerId())
                .and("provider", terms.provider())
                .and("status", PaymentStatus.PENDING)
                .and("platform_fee_bps", terms.platformFeeBps())
                .and("tolerance_bps", terms.toleranceBps())
                .and("refund_address", terms.refundAddress())
                .and("payout_address", terms.payoutAddress())
                .and("destination_id", terms.destinationId())
                .and("destination_address", terms.destination())
                .and("pay_by", terms.payBy());
        return new RowChange.Insert(TABLE, Stamp.created(AssetColumns.amount(row, terms.due()), stored));
    }

    private static Row payIn(PayInEvent event) {
        return switch (event) {
            case PayInEvent.PaymentOpened e -> unchanged(e);
            case PayInEvent.TransferDetected e ->
                Row.of("status", when(PaymentStatus.PENDING, PaymentStatus.PROCESSING));
            case PayInEvent.TransferRetracted e -> retracted(e);
            case PayInEvent.FundsHeld e ->
                held(e.heldTotal()).and("escrow_state", new Computed.WhenAbsent(EscrowState.PARTIAL.wire()));
            case PayInEvent.ExcessSetAside e -> unchanged(e);
            case PayInEvent.PaymentCancelled e -> states(PaymentStatus.CANCELLED, EscrowState.CANCELLED);
            case PayInEvent.PaymentExpired e -> states(PaymentStatus.FAILED, EscrowState.FAILED);
        };
    }

    private static Row offChain(OffChainEvent event) {
        return switch (event) {
            case OffChainEvent.OffChainConfirmed e ->
                Row.of("off_chain_id", e.offChainId())
                        .and("off_chain_status", "confirmed")
                        .and("off_chain_evidence", e.evidence())
                        .and("off_chain_confirmed_by", e.by());
            case OffChainEvent.OffChainApproved e ->
                held(e.heldTotal())
                        .and("off_chain_status", "approved")
                        .and("status", when(PaymentStatus.PENDING, PaymentStatus.PROCESSING))
                        .and("escrow_state", new Computed.WhenAbsent(EscrowState.PARTIAL.wire()));
            case OffChainEvent.OffChainRejected e -> Row.of("off_chain_status", "rejected");
        };
    }

    private static Row retracted(PayInEvent.TransferRetracted event) {
        return event.stillDetected().positive()
                ? unchanged(event)
                : Row.of(
                        "status",
                        new Computed.WhenZero("held_units", when(PaymentStatus.PROCESSING, PaymentStatus.PENDING)));
    }

    private static Row quote(QuoteEvent event) {
        return switch (event) {
            case QuoteEvent.PaymentQuoted e ->
                Row.of("amount", e.due()).and("amount_units", e.due().units());
            case QuoteEvent.TransferAwaitsQuote e -> unchanged(e);
        };
    }

    private static Row reorg(ReorgEvent event) {
        return switch (event) {
            case ReorgEvent.CreditRetracted e -> held(e.heldTotal());
            case ReorgEvent.ExposureCovered e -> unchanged(e);
        };
    }

    private static Row escrow(EscrowEvent event, StoredEvent stored) {
        return switch (event) {
            case EscrowEvent.EscrowFunded e ->
                states(PaymentStatus.CONFIRMED, EscrowState.FUNDED).and("funded_at", stored.at());
            case EscrowEvent.DisputeRaised e -> unchanged(e);
            case EscrowEvent.EscrowFrozen e -> frozenBy(e.standing());
            case EscrowEvent.EscrowUnfrozen e -> unfrozen(e);
            case EscrowEvent.EscrowReleasable e -> Row.of("escrow_state", EscrowState.RELEASABLE);
        };
    }

    /** The end of a dispute leads back to a funded escrow, whatever it was before. */
    private static Row unfrozen(EscrowEvent.EscrowUnfrozen event) {
        Row row = frozenBy(event.standing());
        return event.cause() == FreezeCause.DISPUTE ? row.and("escrow_state", EscrowState.FUNDED) : row;
    }

    private static Row frozenBy(List<FreezeCause> standing) {
        return Row.of("freeze_cause", standing.isEmpty() ? null : standing.getFirst());
    }

    private static Row settlement(SettlementEvent event, StoredEvent stored) {
        return switch (event) {
            case SettlementEvent.SettlementInstructed e ->
                Row.of("escrow_state", EscrowState.RELEASING).and("settlement_cause", e.cause());
            case SettlementEvent.FundsReleased e -> less(e.amount());
            case SettlementEvent.FundsRefunded e -> less(e.amount());
            case SettlementEvent.PlatformFeeTaken e -> less(e.amount());
            case SettlementEvent.PaymentCompleted e ->
                states(PaymentStatus.COMPLETED, EscrowState.RELEASED).and("settled_at", stored.at());
            case SettlementEvent.PaymentRefunded e ->
                states(PaymentStatus.REFUNDED, EscrowState.REFUNDED).and("settled_at", stored.at());
        };
    }

    private static Row states(PaymentStatus status, EscrowState state) {
        return Row.of("status", status).and("escrow_state", state);
    }

    private static Row held(AssetAmount total) {
        return Row.of("held_amount", total).and("held_units", total.units());
    }

    private static Row less(AssetAmount amount) {
        BigDecimal whole = new BigDecimal(amount.units(), amount.asset().decimals());
        return Row.of("held_amount", new Computed.Minus(whole))
                .and("held_units", new Computed.Minus(new BigDecimal(amount.units())));
    }

    private static Computed when(PaymentStatus status, PaymentStatus then) {
        return new Computed.WhenEquals(status.wire(), then.wire());
    }

    private static Row unchanged(PaymentEvent event) {
        return Row.of("id", event.paymentId());
    }

    private static RowChange update(PaymentEvent event, Row values, StoredEvent stored) {
        return new RowChange.Update(TABLE, Row.of("id", event.paymentId()), Stamp.changed(values, stored));
    }
}
