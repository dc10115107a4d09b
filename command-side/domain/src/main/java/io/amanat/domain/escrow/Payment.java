package io.amanat.domain.escrow;

import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.AllowPayout;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.ApproveOffChain;
import io.amanat.contract.escrow.PaymentCommand.ApproveWriteOff;
import io.amanat.contract.escrow.PaymentCommand.CancelPayment;
import io.amanat.contract.escrow.PaymentCommand.ClaimReturn;
import io.amanat.contract.escrow.PaymentCommand.ConfirmOffChain;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ExpirePayment;
import io.amanat.contract.escrow.PaymentCommand.FreezeEscrow;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.ObserveStray;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.ProposeWriteOff;
import io.amanat.contract.escrow.PaymentCommand.QuotePayment;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentCommand.RecordExcessReturned;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.RejectOffChain;
import io.amanat.contract.escrow.PaymentCommand.RejectWriteOff;
import io.amanat.contract.escrow.PaymentCommand.RenewQuote;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.PaymentCommand.ReturnExcess;
import io.amanat.contract.escrow.PaymentCommand.SetTransferAside;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.PaymentCommand.UnfreezeEscrow;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The money of one trade, from its opening to its last unit.
 *
 * <p>It opens for an accepted offer with a destination of its own. Transfers to that destination are seen, sometimes taken back by
 * the chain, and confirmed; confirmed money is held until enough of it makes the escrow funded, and what nobody needs is set aside.
 * Unpaid it is cancelled by the buyer or expires, and what came too short goes back. Funded it waits for the trade: it becomes
 * releasable and is settled to the seller, or a dispute freezes it and a ruling says where it goes. It ends when every leg of the
 * settlement is final on the chain, and then holds nothing.
 */
@AggregateRoot(type = "Payment")
public class Payment {
    /** Read by Axon. */
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable")
    private @Nullable PaymentId id;

    private @Nullable PaymentState state;

    Payment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenPayment command) {
        record(command);
    }

    @CommandHandler
    void handle(QuotePayment command) {
        record(command);
    }

    @CommandHandler
    void handle(RenewQuote command) {
        record(command);
    }

    @CommandHandler
    void handle(ObserveTransfer command) {
        record(command);
    }

    @CommandHandler
    void handle(RetractTransfer command) {
        record(command);
    }

    @CommandHandler
    void handle(ConfirmTransfer command) {
        record(command);
    }

    @CommandHandler
    void handle(SetTransferAside command) {
        record(command);
    }

    @CommandHandler
    void handle(ConfirmOffChain command) {
        record(command);
    }

    @CommandHandler
    void handle(ApproveOffChain command) {
        record(command);
    }

    @CommandHandler
    void handle(RejectOffChain command) {
        record(command);
    }

    @CommandHandler
    void handle(ProposeWriteOff command) {
        record(command);
    }

    @CommandHandler
    void handle(ApproveWriteOff command) {
        record(command);
    }

    @CommandHandler
    void handle(RejectWriteOff command) {
        record(command);
    }

    @CommandHandler
    void handle(CancelPayment command) {
        record(command);
    }

    @CommandHandler
    void handle(ExpirePayment command) {
        record(command);
    }

    @CommandHandler
    void handle(RaiseDispute command) {
        record(command);
    }

    @CommandHandler
    void handle(FreezeEscrow command) {
        record(command);
    }

    @CommandHandler
    void handle(UnfreezeEscrow command) {
        record(command);
    }

    @CommandHandler
    void handle(MakeEscrowReleasable command) {
        record(command);
    }

    @CommandHandler
    void handle(SettleEscrow command) {
        record(command);
    }

    @CommandHandler
    void handle(ApplyRuling command) {
        record(command);
    }

    @CommandHandler
    void handle(AllowPayout command) {
        record(command);
    }

    @CommandHandler
    void handle(RecordLegSettled command) {
        record(command);
    }

    @CommandHandler
    void handle(ObserveStray command) {
        record(command);
    }

    @CommandHandler
    void handle(ClaimReturn command) {
        record(command);
    }

    @CommandHandler
    void handle(ReturnExcess command) {
        record(command);
    }

    @CommandHandler
    void handle(RecordExcessReturned command) {
        record(command);
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        id = event.paymentId();
        state = Decisions.evolve(state, event);
    }

    private void record(PaymentCommand command) {
        Decisions.decide(state, command).forEach(AggregateLifecycle::apply);
    }
}
