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
import io.amanat.contract.money.AssetAmount;
import java.util.List;

/** What the chain shows, and takes back. Money is taken note of at any time, also after the end: it is somebody's. */
final class Observing {
    private Observing() {}

    static List<PaymentEvent> observe(PaymentState payment, ObserveTransfer command) {
        ObservedTransfer transfer = command.transfer();
        RuleViolated.unless(ours(payment.terms(), transfer), EscrowRule.A_TRANSFER_GOES_TO_ITS_DESTINATION);
        if (!transfer.amount().positive() || payment.transfers().credited(transfer.key())) {
            return List.of();
        }
        TransferDetected detected = new TransferDetected(payment.id(), transfer);
        ObservedTransfer known = payment.transfers().undecided(transfer.key());
        if (known == null) {
            return List.of(detected);
        }
        // One transaction stands in one block: seen in another, it has left the first.
        return known.blockHash().equals(transfer.blockHash())
                ? List.of()
                : List.of(retracted(payment, known), detected);
    }

    static List<PaymentEvent> retract(PaymentState payment, RetractTransfer command) {
        if (payment.transfers().credited(command.key())) {
            return Freezing.reorganised(payment);
        }
        ObservedTransfer known = payment.transfers().undecided(command.key());
        return known != null && known.blockHash().equals(command.orphanedBlockHash())
                ? List.of(retracted(payment, known))
                : List.of();
    }

    private static PaymentEvent retracted(PaymentState payment, ObservedTransfer known) {
        AssetAmount stillDetected =
                payment.balances().of(LedgerAccount.CLEARING).minus(known.amount());
        return new TransferRetracted(payment.id(), known.key(), known.amount(), stillDetected, known.blockHash());
    }

    private static boolean ours(EscrowTerms terms, ObservedTransfer transfer) {
        return transfer.to().equals(terms.destination())
                && transfer.amount().asset().equals(terms.due().asset())
                && transfer.key().chainId() == terms.due().asset().chainId();
    }
}
