package io.amanat.domain.custody;

import io.amanat.contract.custody.CustodyTransferCommand.AcceptCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.ApproveCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.HoldCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RecordBroadcast;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFailure;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferCommand.RecordMined;
import io.amanat.contract.custody.CustodyTransferCommand.RecordReplaced;
import io.amanat.contract.custody.CustodyTransferCommand.RecordSigned;
import io.amanat.contract.custody.CustodyTransferCommand.RedirectCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RetryCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.OwnAddresses;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One payout. A settlement instructs it; a small one goes out by itself, a large one waits for a guard who is no party of the trade,
 * a very large one for two.
 * Then the custody worker signs it, sends it and follows it until the chain has made it final, or has refused it for good. A refused
 * one waits for a guard, who may send it out again as a new attempt, also to another address that its recipient has signed for since.
 */
@AggregateRoot
public class CustodyTransfer {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable TransferState state;

    /** For Axon, which then replays the events. */
    protected CustodyTransfer() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(InstructCustodyTransfer command, ApprovalPolicy policy, OwnAddresses own) {
        record(Guarding.instruct(state, command, policy, own));
    }

    @CommandHandler
    void handle(ApproveCustodyTransfer command, ApprovalPolicy policy) {
        record(Guarding.approve(now(), command, policy));
    }

    @CommandHandler
    void handle(HoldCustodyTransfer command) {
        record(Guarding.hold(now(), command));
    }

    @CommandHandler
    void handle(RetryCustodyTransfer command, ApprovalPolicy policy, OwnAddresses own) {
        record(Guarding.retry(now(), command, policy, own));
    }

    @CommandHandler
    void handle(RedirectCustodyTransfer command, OwnAddresses own) {
        record(Guarding.redirect(now(), command, own));
    }

    @CommandHandler
    void handle(AcceptCustodyTransfer command) {
        record(Following.accepted(now(), command));
    }

    @CommandHandler
    void handle(RecordSigned command) {
        record(Following.signed(now(), command));
    }

    @CommandHandler
    void handle(RecordReplaced command) {
        record(Following.replaced(now(), command));
    }

    @CommandHandler
    void handle(RecordBroadcast command) {
        record(Following.broadcast(now(), command));
    }

    @CommandHandler
    void handle(RecordMined command) {
        record(Following.mined(now(), command));
    }

    @CommandHandler
    void handle(RecordFinal command) {
        record(Following.finalised(now(), command));
    }

    @CommandHandler
    void handle(RecordFailure command) {
        record(Following.failed(now(), command));
    }

    @EventSourcingHandler
    void on(CustodyTransferEvent event) {
        if (event instanceof CustodyTransferInstructed instructed) {
            id = instructed.transferId().toString();
            state = TransferState.instructed(instructed);
        } else {
            state = now().after(event);
        }
    }

    private TransferState now() {
        return Objects.requireNonNull(state);
    }

    private static void record(List<CustodyTransferEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }
}
