package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent.TransferDetected;
import io.amanat.contract.escrow.PayInEvent.TransferRetracted;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.StrayEvent.ForeignTransferDetected;
import io.amanat.contract.escrow.StrayEvent.ForeignTransferRetracted;
import io.amanat.contract.money.AssetAmount;
import java.util.ArrayList;
import java.util.List;

/** What the chain shows, and takes back. Money is taken note of at any time, also after the end: it is somebody's. */
final class Observing {
    private Observing() {}

    static List<PaymentEvent> observe(PaymentState payment, ObserveTransfer command) {
        ObservedTransfer transfer = command.transfer();
        RuleViolated.unless(ours(payment.terms(), transfer), EscrowRule.A_TRANSFER_GOES_TO_ITS_DESTINATION);
        if (!transfer.amount().positive()) {
            return List.of();
        }
        List<PaymentEvent> events = new ArrayList<>();
        PaymentState current = payment;
        for (ObservedTransfer gone : payment.transfers().elsewhere(transfer)) {
            for (PaymentEvent event : gone(current, gone)) {
                events.add(event);
                current = current.after(event);
            }
        }
        if (!current.transfers().credited(transfer.key()) && current.transfers().undecided(transfer.key()) == null) {
            events.add(detected(payment, transfer));
        }
        return events;
    }

    static List<PaymentEvent> retract(PaymentState payment, RetractTransfer command) {
        Credited credited = payment.transfers().creditedBy(command.key());
        ObservedTransfer known = credited == null ? payment.transfers().undecided(command.key()) : credited.transfer();
        return known != null && known.blockHash().equals(command.orphanedBlockHash())
                ? gone(payment, known)
                : List.of();
    }

    private static PaymentEvent detected(PaymentState payment, ObservedTransfer transfer) {
        return foreign(payment, transfer)
                ? new ForeignTransferDetected(payment.id(), transfer)
                : new TransferDetected(payment.id(), transfer);
    }

    private static List<PaymentEvent> gone(PaymentState payment, ObservedTransfer known) {
        Credited credited = payment.transfers().creditedBy(known.key());
        return credited == null ? List.of(retracted(payment, known)) : Reorganising.retract(payment, credited);
    }

    private static PaymentEvent retracted(PaymentState payment, ObservedTransfer known) {
        if (foreign(payment, known)) {
            return new ForeignTransferRetracted(payment.id(), known.key(), known.amount(), known.blockHash());
        }
        AssetAmount stillDetected =
                payment.balances().of(LedgerAccount.CLEARING).minus(known.amount());
        return new TransferRetracted(payment.id(), known.key(), known.amount(), stillDetected, known.blockHash());
    }

    private static boolean foreign(PaymentState payment, ObservedTransfer transfer) {
        return !transfer.amount().asset().equals(payment.terms().due().asset());
    }

    private static boolean ours(EscrowTerms terms, ObservedTransfer transfer) {
        long chain = terms.due().asset().chainId();
        return transfer.to().equals(terms.destination())
                && transfer.amount().asset().chainId() == chain
                && transfer.key().chainId() == chain;
    }
}
