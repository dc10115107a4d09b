package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.SettlementCause;
import io.amanat.contract.money.AssetAmount;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Carries out what a resolver decided.
 *
 * <p>A ruling that pays out waits while a guard or a reorganisation freezes the escrow too. One that does not is carried out at
 * once: it ends the dispute, and the other freeze goes on.
 */
final class Adjudicating {
    private Adjudicating() {}

    static List<PaymentEvent> apply(PaymentState payment, ApplyRuling command) {
        if (payment.freezes().over(command.disputeId())) {
            return List.of();
        }
        RuleViolated.unless(
                command.disputeId().equals(payment.freezes().dispute()), EscrowRule.ONLY_DISPUTED_ESCROW_IS_RULED_ON);
        PaymentEvent lifted = Freezing.lift(payment, FreezeCause.DISPUTE, command.disputeId(), null);
        return Stream.concat(Stream.of(lifted), consequence(payment, command).stream())
                .toList();
    }

    private static Optional<PaymentEvent> consequence(PaymentState payment, ApplyRuling command) {
        return switch (command.ruling().kind()) {
            case REFUND -> {
                moves(payment);
                yield Optional.of(Settling.refund(payment, SettlementCause.RULING, command.refundTransferId()));
            }
            case COMPENSATION -> Optional.of(compensation(payment, command));
            case NO_ACTION ->
                Optional.of(new EscrowReleasable(payment.id(), payment.terms().requestId()));
            case REPLACEMENT -> Optional.empty();
        };
    }

    private static PaymentEvent compensation(PaymentState payment, ApplyRuling command) {
        Ruling ruling = command.ruling();
        AssetAmount toBuyer = Objects.requireNonNull(ruling.toBuyer());
        AssetAmount toSeller = Objects.requireNonNull(ruling.toSeller());
        RuleViolated.unless(
                exactly(payment.held(), toBuyer, toSeller),
                EscrowRule.A_SETTLEMENT_GIVES_OUT_EXACTLY_WHAT_IS_HELD,
                toBuyer + " and " + toSeller + " are, together, not the " + payment.held() + " that is held.");
        moves(payment);
        return Settling.split(payment, toBuyer, toSeller, command.refundTransferId(), command.releaseTransferId());
    }

    private static boolean exactly(AssetAmount held, AssetAmount toBuyer, AssetAmount toSeller) {
        return toBuyer.asset().equals(held.asset())
                && toSeller.asset().equals(held.asset())
                && toBuyer.units().add(toSeller.units()).equals(held.units());
    }

    private static void moves(PaymentState payment) {
        RuleViolated.unless(
                !payment.freezes().standsOtherThan(FreezeCause.DISPUTE), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
    }
}
