package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.SettlementEvent.FundsRefunded;
import io.amanat.contract.escrow.SettlementEvent.FundsReleased;
import io.amanat.contract.escrow.SettlementEvent.PaymentCompleted;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.contract.escrow.SettlementEvent.PlatformFeeTaken;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.money.AssetAmount;
import java.util.ArrayList;
import java.util.List;

/** Money that has left, leg by leg; the last one ends the payment. */
final class Paying {
    private Paying() {}

    /** Whose money the chain took back after it was paid out loses no more; asked by who is about to sign. */
    static List<PaymentEvent> allowed(PaymentState payment) {
        RuleViolated.unless(!payment.exposed(), EscrowRule.AN_EXPOSED_PAYMENT_IS_NOT_PAID_OUT);
        return List.of();
    }

    static List<PaymentEvent> settled(PaymentState payment, RecordLegSettled command) {
        Settlement settlement = payment.settlement();
        if (settlement == null) {
            throw new RuleViolated(EscrowRule.ONLY_INSTRUCTED_LEGS_SETTLE);
        }
        SettlementLeg leg = settlement
                .leg(command.transferId())
                .orElseThrow(() -> new RuleViolated(EscrowRule.ONLY_INSTRUCTED_LEGS_SETTLE));
        if (settlement.settled(leg.transferId())) {
            return List.of();
        }
        List<PaymentEvent> events = new ArrayList<>(paid(payment, settlement, leg, command.txHash()));
        if (settlement.ends(leg)) {
            events.add(
                    settlement.releases()
                            ? new PaymentCompleted(payment.id(), payment.terms().requestId())
                            : new PaymentRefunded(payment.id(), payment.terms().requestId()));
        }
        return events;
    }

    private static List<PaymentEvent> paid(
            PaymentState payment, Settlement settlement, SettlementLeg leg, String txHash) {
        if (leg.kind() == TransferKind.REFUND) {
            return List.of(new FundsRefunded(payment.id(), leg.transferId(), leg.amount(), txHash));
        }
        FundsReleased released = new FundsReleased(payment.id(), leg.transferId(), leg.amount(), txHash);
        AssetAmount fee = settlement.instruction().platformFee();
        return fee.positive() ? List.of(released, new PlatformFeeTaken(payment.id(), fee)) : List.of(released);
    }
}
