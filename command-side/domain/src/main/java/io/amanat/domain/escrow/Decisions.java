package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command and a state in, events or a refusal out; nothing else. */
final class Decisions {
    private Decisions() {}

    /** The events that {@code command} means, checked against the ledger one after the other before any is recorded. */
    static List<PaymentEvent> decide(@Nullable PaymentState payment, PaymentCommand command) {
        List<PaymentEvent> events =
                command instanceof OpenPayment open ? Opening.open(payment, open) : decided(known(payment), command);
        PaymentState next = payment;
        for (PaymentEvent event : events) {
            next = evolve(next, event);
        }
        return events;
    }

    static PaymentState evolve(@Nullable PaymentState payment, PaymentEvent event) {
        return event instanceof PaymentOpened opened
                ? PaymentState.opened(opened)
                : known(payment).after(event);
    }

    private static List<PaymentEvent> decided(PaymentState payment, PaymentCommand command) {
        return switch (command) {
            case OpenPayment c -> Opening.open(payment, c);
            case PaymentCommand.QuotePayment c -> Quoting.quote(payment, c);
            case PaymentCommand.RenewQuote c -> Quoting.renew(payment, c);
            case PaymentCommand.ObserveTransfer c -> Observing.observe(payment, c);
            case PaymentCommand.RetractTransfer c -> Observing.retract(payment, c);
            case PaymentCommand.ConfirmTransfer c -> Crediting.confirm(payment, c);
            case PaymentCommand.SetTransferAside c -> Crediting.setAside(payment, c);
            case PaymentCommand.ConfirmOffChain c -> OffChain.confirm(payment, c);
            case PaymentCommand.ApproveOffChain c -> OffChain.approve(payment, c);
            case PaymentCommand.RejectOffChain c -> OffChain.reject(payment, c);
            case PaymentCommand.ProposeWriteOff c -> WriteOff.propose(payment, c);
            case PaymentCommand.ApproveWriteOff c -> WriteOff.approve(payment, c);
            case PaymentCommand.RejectWriteOff c -> WriteOff.reject(payment, c);
            case PaymentCommand.CancelPayment c -> Closing.cancel(payment, c);
            case PaymentCommand.ExpirePayment c -> Closing.expire(payment, c);
            case PaymentCommand.RaiseDispute c -> Freezing.raise(payment, c);
            case PaymentCommand.FreezeEscrow c -> Freezing.freeze(payment, c);
            case PaymentCommand.UnfreezeEscrow c -> Freezing.unfreeze(payment, c);
            case PaymentCommand.MakeEscrowReleasable c -> Settling.makeReleasable(payment, c);
            case PaymentCommand.SettleEscrow c -> Settling.settle(payment, c);
            case PaymentCommand.ApplyRuling c -> Adjudicating.apply(payment, c);
            case PaymentCommand.AllowPayout _ -> Paying.allowed(payment);
            case PaymentCommand.RecordLegSettled c -> Paying.settled(payment, c);
            case PaymentCommand.ObserveStray c -> Returning.observe(payment, c);
            case PaymentCommand.ClaimReturn c -> Returning.claim(payment, c);
            case PaymentCommand.ReturnExcess c -> Returning.instruct(payment, c);
            case PaymentCommand.RecordExcessReturned c -> Returning.returned(payment, c);
        };
    }

    private static PaymentState known(@Nullable PaymentState payment) {
        if (payment == null) {
            throw new RuleViolated(EscrowRule.NO_SUCH_PAYMENT);
        }
        return payment;
    }
}
