package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.money.AssetAmount;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides who gets how much of what is held. Every unit goes to somebody, and nobody is sent zero. */
final class Settling {
    private Settling() {}

    static List<PaymentEvent> makeReleasable(PaymentState payment, MakeEscrowReleasable command) {
        if (payment.escrow() == EscrowState.RELEASABLE || completes(payment.settlement())) {
            return List.of();
        }
        RuleViolated.unless(payment.escrow() == EscrowState.FUNDED, EscrowRule.ONLY_FUNDED_ESCROW_CAN_BE_RELEASED);
        return List.of(new EscrowReleasable(command.paymentId(), payment.terms().requestId()));
    }

    static List<PaymentEvent> settle(PaymentState payment, SettleEscrow command) {
        Settlement settlement = payment.settlement();
        if (settlement != null && settlement.leg(command.releaseTransferId()).isPresent()) {
            return List.of();
        }
        RuleViolated.unless(payment.escrow() == EscrowState.RELEASABLE, EscrowRule.ONLY_RELEASABLE_ESCROW_IS_SETTLED);
        RuleViolated.unless(!payment.freezes().any(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        AssetAmount fee = fee(payment.terms(), payment.held());
        SettlementLeg leg = release(
                payment.terms(), command.releaseTransferId(), payment.held().minus(fee));
        return List.of(instructed(payment, SettlementCause.COMPLETION, List.of(leg), fee));
    }

    /** All that is held goes back, without a fee. */
    static SettlementInstructed refund(PaymentState payment, SettlementCause cause, CustodyTransferId transferId) {
        AssetAmount none = payment.held().asset().zero();
        return instructed(payment, cause, List.of(refund(payment.terms(), transferId, payment.held())), none);
    }

    /** {@code toSeller} is before the fee. */
    static SettlementInstructed split(
            PaymentState payment,
            AssetAmount toBuyer,
            AssetAmount toSeller,
            CustodyTransferId refundId,
            CustodyTransferId releaseId) {
        EscrowTerms terms = payment.terms();
        AssetAmount fee = fee(terms, toSeller);
        List<SettlementLeg> legs = Stream.of(
                        refund(terms, refundId, toBuyer), release(terms, releaseId, toSeller.minus(fee)))
                .filter(leg -> leg.amount().positive())
                .toList();
        return instructed(payment, SettlementCause.RULING, legs, fee);
    }

    /** Rounded once, half-even, in the smallest unit; the last unit is the seller's, however high the rate. */
    static AssetAmount fee(EscrowTerms terms, AssetAmount toSeller) {
        AssetAmount unit = toSeller.asset().units(BigInteger.ONE);
        return toSeller.positive()
                ? toSeller.basisPoints(terms.platformFeeBps()).min(toSeller.minus(unit))
                : toSeller;
    }

    private static boolean completes(@Nullable Settlement settlement) {
        return settlement != null && settlement.instruction().cause() == SettlementCause.COMPLETION;
    }

    private static SettlementInstructed instructed(
            PaymentState payment, SettlementCause cause, List<SettlementLeg> legs, AssetAmount fee) {
        EscrowTerms terms = payment.terms();
        return new SettlementInstructed(
                payment.id(), terms.requestId(), terms.buyerId(), terms.sellerId(), cause, legs, fee);
    }

    private static SettlementLeg release(EscrowTerms terms, CustodyTransferId id, AssetAmount amount) {
        return new SettlementLeg(id, TransferKind.RELEASE, terms.sellerId(), terms.payoutAddress(), amount);
    }

    private static SettlementLeg refund(EscrowTerms terms, CustodyTransferId id, AssetAmount amount) {
        return new SettlementLeg(id, TransferKind.REFUND, terms.buyerId(), terms.refundAddress(), amount);
    }
}
