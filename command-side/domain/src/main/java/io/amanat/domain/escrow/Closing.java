package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PaymentCommand.CancelPayment;
import io.amanat.contract.escrow.PaymentCommand.ExpirePayment;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.SettlementCause;
import java.util.List;

/** Payments that end before they are funded. What has arrived goes back. */
final class Closing {
    private Closing() {}

    static List<PaymentEvent> cancel(PaymentState payment, CancelPayment command) {
        RuleViolated.unless(command.by().equals(payment.terms().buyerId()), EscrowRule.ONLY_THE_PAYER_CANCELS);
        if (payment.status() == PaymentStatus.CANCELLED) {
            return List.of();
        }
        RuleViolated.unless(
                payment.status() == PaymentStatus.PENDING && payment.escrow() == null && !OffChain.waiting(payment),
                EscrowRule.ONLY_UNPAID_PAYMENTS_ARE_CANCELLED);
        return List.of(new PaymentCancelled(payment.id(), payment.terms().requestId(), command.by()));
    }

    static List<PaymentEvent> expire(PaymentState payment, ExpirePayment command) {
        if (expired(payment)) {
            return List.of();
        }
        RuleViolated.unless(payment.open(), EscrowRule.ONLY_OPEN_PAYMENTS_EXPIRE);
        RuleViolated.unless(
                !payment.undecided() && !OffChain.waiting(payment), EscrowRule.DETECTED_TRANSFERS_DECIDE_FIRST);
        RuleViolated.unless(!payment.freezes().any(), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        PaymentEvent expired = new PaymentExpired(payment.id(), payment.terms().requestId(), payment.held());
        return Quoting.andWhatWaited(
                payment,
                payment.held().positive()
                        ? List.of(
                                expired,
                                Settling.refund(
                                        payment, SettlementCause.PAYMENT_WINDOW_LAPSED, command.refundTransferId()))
                        : List.of(expired));
    }

    private static boolean expired(PaymentState payment) {
        Settlement settlement = payment.settlement();
        return payment.status() == PaymentStatus.FAILED
                || (settlement != null && settlement.instruction().cause() == SettlementCause.PAYMENT_WINDOW_LAPSED);
    }
}
