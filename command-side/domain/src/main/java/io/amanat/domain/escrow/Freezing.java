package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.EscrowEvent.DisputeRaised;
import io.amanat.contract.escrow.EscrowEvent.EscrowFrozen;
import io.amanat.contract.escrow.EscrowEvent.EscrowUnfrozen;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.PaymentCommand.FreezeEscrow;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentCommand.UnfreezeEscrow;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.money.AssetAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dispute, guard and reorganisation freeze independently; the money is free again when the last of them is lifted. */
final class Freezing {
    private Freezing() {}

    static List<PaymentEvent> raise(PaymentState payment, RaiseDispute command) {
        RuleViolated.unless(payment.party(command.by()), EscrowRule.ONLY_PARTIES_DISPUTE);
        if (payment.freezes().raised(command.disputeId())) {
            return List.of();
        }
        RuleViolated.unless(payment.funded(), EscrowRule.ONLY_FUNDED_ESCROW_CAN_BE_DISPUTED);
        RuleViolated.unless(payment.freezes().dispute() == null, EscrowRule.ONE_DISPUTE_AT_A_TIME);
        DisputeRaised raised = new DisputeRaised(
                payment.id(),
                payment.terms().requestId(),
                command.disputeId(),
                command.by(),
                payment.terms().buyerId(),
                payment.terms().sellerId(),
                command.category(),
                command.reason(),
                payment.held());
        return List.of(raised, frozen(payment, FreezeCause.DISPUTE, payment.free(), command.disputeId(), null));
    }

    static List<PaymentEvent> freeze(PaymentState payment, FreezeEscrow command) {
        RuleViolated.unless(!payment.party(command.by()), EscrowRule.A_PARTY_DOES_NOT_FREEZE_ITS_OWN_ESCROW);
        if (payment.freezes().stands(FreezeCause.GUARD)) {
            return List.of();
        }
        RuleViolated.unless(payment.holding(), EscrowRule.ONLY_HELD_ESCROW_CAN_BE_FROZEN);
        return List.of(frozen(payment, FreezeCause.GUARD, payment.free(), null, command.reason()));
    }

    /** A guard lifts what a guard froze and what a reorganisation froze, never a dispute. */
    static List<PaymentEvent> unfreeze(PaymentState payment, UnfreezeEscrow command) {
        RuleViolated.unless(!payment.party(command.by()), EscrowRule.A_PARTY_DOES_NOT_FREEZE_ITS_OWN_ESCROW);
        List<FreezeCause> causes = Stream.of(FreezeCause.GUARD, FreezeCause.REORG)
                .filter(payment.freezes()::stands)
                .toList();
        RuleViolated.unless(!causes.isEmpty(), EscrowRule.ONLY_FROZEN_ESCROW_CAN_BE_UNFROZEN);
        RuleViolated.unless(!payment.funded() || payment.held().positive(), EscrowRule.AN_EMPTY_ESCROW_STAYS_FROZEN);
        List<PaymentEvent> events = new ArrayList<>();
        PaymentState current = payment;
        for (FreezeCause cause : causes) {
            PaymentEvent lifted = lift(current, cause, null, command.reason());
            current = current.after(lifted);
            events.add(lifted);
        }
        return events;
    }

    /**
     * Credited money left the chain again. What is still held stays until a guard has looked; where nothing is held any more, or it
     * is on its way out, the freeze is for zero and stands as the mark of the loss.
     */
    static List<PaymentEvent> reorganised(PaymentState payment) {
        if (payment.freezes().stands(FreezeCause.REORG)) {
            return List.of();
        }
        AssetAmount stopped =
                payment.holding() ? payment.free() : payment.held().asset().zero();
        return List.of(frozen(payment, FreezeCause.REORG, stopped, null, null));
    }

    static EscrowUnfrozen lift(
            PaymentState payment, FreezeCause cause, @Nullable DisputeId disputeId, @Nullable PersonalText reason) {
        boolean last = !payment.freezes().standsOtherThan(cause);
        AssetAmount freed = last ? payment.frozen() : payment.frozen().asset().zero();
        return new EscrowUnfrozen(
                payment.id(), cause, freed, disputeId, reason, payment.freezes().without(cause));
    }

    private static EscrowFrozen frozen(
            PaymentState payment,
            FreezeCause cause,
            AssetAmount amount,
            @Nullable DisputeId disputeId,
            @Nullable PersonalText reason) {
        return new EscrowFrozen(
                payment.id(),
                cause,
                amount,
                disputeId,
                reason,
                payment.freezes().with(cause));
    }
}
