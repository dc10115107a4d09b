package io.amanat.query.audit;

import io.amanat.contract.escrow.EscrowEvent;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.OffChainEvent;
import io.amanat.contract.escrow.PayInEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.QuoteEvent;
import io.amanat.contract.escrow.ReorgEvent;
import io.amanat.contract.escrow.SettlementEvent;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.money.AssetAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What its events make of a payment and its escrow. */
final class PaymentFold {
    final PaymentId id;
    final EscrowTerms terms;
    final BalancesFold balances = new BalancesFold();
    PaymentStatus status = PaymentStatus.PENDING;

    @Nullable
    EscrowState escrowState;

    AssetAmount due;
    AssetAmount held;
    private List<FreezeCause> freezes = List.of();

    PaymentFold(PayInEvent.PaymentOpened event) {
        id = event.paymentId();
        terms = event.terms();
        due = event.terms().due();
        held = event.terms().due().asset().zero();
    }

    /** Why the money may not move: of several causes the gravest. */
    @Nullable
    FreezeCause frozen() {
        return freezes.isEmpty() ? null : freezes.getFirst();
    }

    void apply(PaymentEvent event) {
        balances.apply(event);
        switch (event) {
            case PayInEvent e -> payIn(e);
            case QuoteEvent.PaymentQuoted e -> due = e.due();
            case StrayEvent _, ReorgEvent.ExposureCovered _, WriteOffEvent _, QuoteEvent.TransferAwaitsQuote _ -> {}
            case OffChainEvent.OffChainApproved e -> offChain(e);
            case OffChainEvent.OffChainConfirmed _, OffChainEvent.OffChainRejected _ -> {}
            case ReorgEvent.CreditRetracted e -> held = e.heldTotal();
            case EscrowEvent e -> escrow(e);
            case SettlementEvent e -> settlement(e);
        }
    }

    private void payIn(PayInEvent event) {
        switch (event) {
            case PayInEvent.PaymentOpened _, PayInEvent.ExcessSetAside _ -> {}
            case PayInEvent.TransferDetected _ -> {
                if (status == PaymentStatus.PENDING) {
                    status = PaymentStatus.PROCESSING;
                }
            }
            case PayInEvent.TransferRetracted e -> {
                if (status == PaymentStatus.PROCESSING
                        && !held.positive()
                        && !e.stillDetected().positive()) {
                    status = PaymentStatus.PENDING;
                }
            }
            case PayInEvent.FundsHeld e -> {
                held = e.heldTotal();
                escrowState = escrowState == null ? EscrowState.PARTIAL : escrowState;
            }
            case PayInEvent.PaymentCancelled _ -> become(PaymentStatus.CANCELLED, EscrowState.CANCELLED);
            case PayInEvent.PaymentExpired _ -> become(PaymentStatus.FAILED, EscrowState.FAILED);
        }
    }

    private void offChain(OffChainEvent.OffChainApproved event) {
        held = event.heldTotal();
        escrowState = escrowState == null ? EscrowState.PARTIAL : escrowState;
        status = status == PaymentStatus.PENDING ? PaymentStatus.PROCESSING : status;
    }

    private void escrow(EscrowEvent event) {
        switch (event) {
            case EscrowEvent.EscrowFunded _ -> become(PaymentStatus.CONFIRMED, EscrowState.FUNDED);
            case EscrowEvent.DisputeRaised _ -> {}
            case EscrowEvent.EscrowFrozen e -> freezes = e.standing();
            case EscrowEvent.EscrowUnfrozen e -> unfrozen(e);
            case EscrowEvent.EscrowReleasable _ -> escrowState = EscrowState.RELEASABLE;
        }
    }

    /** The end of a dispute leads back to a funded escrow, whatever it was before. */
    private void unfrozen(EscrowEvent.EscrowUnfrozen event) {
        freezes = event.standing();
        if (event.cause() == FreezeCause.DISPUTE) {
            escrowState = EscrowState.FUNDED;
        }
    }

    private void settlement(SettlementEvent event) {
        switch (event) {
            case SettlementEvent.SettlementInstructed _ -> escrowState = EscrowState.RELEASING;
            case SettlementEvent.FundsReleased e -> held = held.minus(e.amount());
            case SettlementEvent.FundsRefunded e -> held = held.minus(e.amount());
            case SettlementEvent.PlatformFeeTaken e -> held = held.minus(e.amount());
            case SettlementEvent.PaymentCompleted _ -> become(PaymentStatus.COMPLETED, EscrowState.RELEASED);
            case SettlementEvent.PaymentRefunded _ -> become(PaymentStatus.REFUNDED, EscrowState.REFUNDED);
        }
    }

    private void become(PaymentStatus nextStatus, EscrowState nextState) {
        status = nextStatus;
        escrowState = nextState;
    }
}
