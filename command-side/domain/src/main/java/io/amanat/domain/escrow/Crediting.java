package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.SetTransferAside;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.QuoteEvent.TransferAwaitsQuote;
import io.amanat.contract.escrow.ReorgEvent.ExposureCovered;
import io.amanat.contract.escrow.WriteOffEvent.LossRecovered;
import io.amanat.contract.money.AssetAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Confirmed money goes where it is due: first it makes good what the platform is exposed to and has written off on this
 * payment, then what the escrow lacks is held, and the rest is set aside for the payer. Another token than the price's is always set aside.
 *
 * <p>Of a quoted payment that is not yet funded only what came within the quote's time is credited; see {@link Quoting}.
 *
 * <p>During a dispute only what a reorganisation took is filled again and all else is set aside, so that a ruling about what is held
 * stays a ruling about what is held.
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
        if (payment.quoted().waits(transfer.key())) {
            return List.of();
        }
        if (payment.open() && payment.pays(transfer) && payment.quoted().late(command.minedAt())) {
            return List.of(awaitsQuote(payment, transfer, command));
        }
        return Quoting.andWhatWaited(payment, credited(payment, transfer));
    }

    private static PaymentEvent awaitsQuote(PaymentState payment, ObservedTransfer transfer, ConfirmTransfer command) {
        return new TransferAwaitsQuote(
                payment.id(),
                transfer.key(),
                transfer.amount(),
                command.minedAt(),
                Objects.requireNonNull(payment.quoted().quote()).payableUntil());
    }

    private static List<PaymentEvent> credited(PaymentState payment, ObservedTransfer transfer) {
        AssetAmount exposed = payment.balances(transfer.amount().asset()).exposed();
        AssetAmount covering = transfer.amount().min(exposed);
        AssetAmount rest = transfer.amount().minus(covering);
        List<PaymentEvent> events = new ArrayList<>();
        if (covering.positive()) {
            events.add(new ExposureCovered(payment.id(), transfer.key(), covering, exposed.minus(covering)));
        }
        AssetAmount lost = payment.balances(transfer.amount().asset()).lost();
        AssetAmount recovering = rest.min(lost);
        if (recovering.positive()) {
            events.add(new LossRecovered(payment.id(), transfer.key(), recovering, lost.minus(recovering)));
        }
        if (rest.compareTo(recovering) > 0) {
            events.addAll(credit(payment, transfer, rest.minus(recovering)));
        }
        return events;
    }

    static List<PaymentEvent> credit(PaymentState payment, ObservedTransfer transfer, AssetAmount amount) {
        if (!payment.pays(transfer)) {
            return List.of(aside(payment, transfer, amount, ExcessCause.WRONG_TOKEN));
        }
        return payment.open() || payment.funded()
                ? hold(payment, transfer, amount)
                : List.of(aside(payment, transfer, amount, ExcessCause.LATE));
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

    private static List<PaymentEvent> hold(PaymentState payment, ObservedTransfer transfer, AssetAmount amount) {
        boolean disputed = payment.freezes().stands(FreezeCause.DISPUTE);
        AssetAmount missing = payment.due().minus(payment.held());
        AssetAmount lacking =
                disputed ? missing.min(missing.asset().units(payment.transfers().lost())) : missing;
        AssetAmount needed = amount.min(lacking);
        AssetAmount rest = amount.minus(needed);
        AssetAmount held = payment.held().plus(needed);
        List<PaymentEvent> events = new ArrayList<>();
        if (needed.positive()) {
            events.add(new FundsHeld(payment.id(), transfer.key(), needed, held));
        }
        if (rest.positive()) {
            events.add(aside(payment, transfer, rest, disputed ? ExcessCause.LATE : ExcessCause.OVERPAID));
        }
        if (payment.open() && enough(payment, held)) {
            events.add(new EscrowFunded(payment.id(), payment.terms().requestId(), held));
        }
        return events;
    }

    private static PaymentEvent aside(
            PaymentState payment, ObservedTransfer transfer, AssetAmount amount, ExcessCause cause) {
        return new ExcessSetAside(payment.id(), transfer.key(), amount, cause);
    }

    /** Compared exactly: a tolerance is never rounded up. */
    static boolean enough(PaymentState payment, AssetAmount held) {
        BigInteger missing = payment.due().minus(held).units();
        BigInteger tolerated = payment.due()
                .units()
                .multiply(BigInteger.valueOf(payment.terms().toleranceBps()));
        return missing.multiply(BPS).compareTo(tolerated) <= 0;
    }
}
