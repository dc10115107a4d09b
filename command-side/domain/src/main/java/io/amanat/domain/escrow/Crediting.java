package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.SetTransferAside;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.money.AssetAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Confirmed money goes where it is due: what the escrow lacks is held, the rest is set aside for the payer.
 *
 * <p>During a dispute all of it is set aside, so that a ruling about what is held stays a ruling about what is held.
 */
final class Crediting {
    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    private Crediting() {}

    static List<PaymentEvent> confirm(PaymentState payment, ConfirmTransfer command) {
        if (payment.transfers().credited(command.key())) {
            return List.of();
        }
        ObservedTransfer transfer = payment.transfers().undecided(command.key());
        if (transfer == null) {
            throw new RuleViolated(EscrowRule.ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED);
        }
        return taken(payment) ? hold(payment, transfer) : List.of(aside(payment, transfer, transfer.amount(), true));
    }

    /** Money that did not pass the safety check is the payer's, and nobody's here. */
    static List<PaymentEvent> setAside(PaymentState payment, SetTransferAside command) {
        if (payment.transfers().credited(command.key())) {
            return List.of();
        }
        ObservedTransfer transfer = payment.transfers().undecided(command.key());
        if (transfer == null) {
            throw new RuleViolated(EscrowRule.ONLY_DETECTED_TRANSFERS_ARE_CONFIRMED);
        }
        return List.of(new ExcessSetAside(payment.id(), transfer.key(), transfer.amount(), ExcessCause.REJECTED));
    }

    private static boolean taken(PaymentState payment) {
        return (payment.open() || payment.funded()) && !payment.freezes().stands(FreezeCause.DISPUTE);
    }

    private static List<PaymentEvent> hold(PaymentState payment, ObservedTransfer transfer) {
        AssetAmount missing = payment.terms().due().minus(payment.held());
        AssetAmount needed = transfer.amount().min(missing);
        AssetAmount rest = transfer.amount().minus(needed);
        AssetAmount held = payment.held().plus(needed);
        List<PaymentEvent> events = new ArrayList<>();
        if (needed.positive()) {
            events.add(new FundsHeld(payment.id(), transfer.key(), needed, held));
        }
        if (rest.positive()) {
            events.add(aside(payment, transfer, rest, false));
        }
        if (payment.open() && enough(payment.terms(), held)) {
            events.add(new EscrowFunded(payment.id(), payment.terms().requestId(), held));
        }
        return events;
    }

    private static PaymentEvent aside(
            PaymentState payment, ObservedTransfer transfer, AssetAmount amount, boolean late) {
        return new ExcessSetAside(payment.id(), transfer.key(), amount, late ? ExcessCause.LATE : ExcessCause.OVERPAID);
    }

    /** Compared exactly: a tolerance is never rounded up. */
    private static boolean enough(EscrowTerms terms, AssetAmount held) {
        BigInteger missing = terms.due().minus(held).units();
        BigInteger tolerated = terms.due().units().multiply(BigInteger.valueOf(terms.toleranceBps()));
        return missing.multiply(BPS).compareTo(tolerated) <= 0;
    }
}
