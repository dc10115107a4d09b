package io.amanat.domain.marketplace;

import io.amanat.contract.marketplace.DeliveryAttempt;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CancelRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CompleteByRuling;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.EditPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.HandOver;
import io.amanat.contract.marketplace.PurchaseRequestCommand.IssueDeliveryCode;
import io.amanat.contract.marketplace.PurchaseRequestCommand.LapseInspection;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MakeOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkDisputed;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkRefunded;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;
import io.amanat.contract.marketplace.PurchaseRequestCommand.OpenNegotiation;
import io.amanat.contract.marketplace.PurchaseRequestCommand.RejectOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ResumeForReplacement;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ShipGoods;
import io.amanat.contract.marketplace.PurchaseRequestCommand.StartWork;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import java.time.Clock;
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
 * A buyer asks for something; sellers offer; the buyer accepts one offer and pays; the seller works, ships and hands over; the buyer
 * confirms with a code, or lets the inspection window pass; the seller is paid. A dispute freezes it between payment and
 * settlement; a ruling completes it, has it delivered again, or sends the money back. It is never deleted: it ends in
 * {@code seller_paid}, {@code refunded} or {@code cancelled}.
 *
 * <p>The money itself is the payment's affair. What the request says about it follows the payment, told by the escrow saga.
 */
@AggregateRoot
public class PurchaseRequest {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private @Nullable RequestState state;

    /** For Axon, which then replays the events. */
    protected PurchaseRequest() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreatePurchaseRequest command) {
        record(Asking.create(state, command));
    }

    @CommandHandler
    void handle(EditPurchaseRequest command) {
        record(Asking.edit(now(), command));
    }

    @CommandHandler
    void handle(WithdrawPurchaseRequest command) {
        record(Asking.withdraw(now(), command));
    }

    @CommandHandler
    void handle(MakeOffer command, Clock clock) {
        record(Offering.make(now(), command, clock.instant()));
    }

    @CommandHandler
    void handle(ReviseOffer command, Clock clock) {
        record(Offering.revise(now(), command, clock.instant()));
    }

    @CommandHandler
    void handle(WithdrawOffer command) {
        record(Offering.withdraw(now(), command));
    }

    @CommandHandler
    void handle(OpenNegotiation command) {
        record(Choosing.negotiate(now(), command));
    }

    @CommandHandler
    void handle(RejectOffer command) {
        record(Choosing.reject(now(), command));
    }

    @CommandHandler
    void handle(AcceptOffer command, Clock clock) {
        record(Accepting.accept(now(), command, clock.instant()));
    }

    @CommandHandler
    void handle(ConfirmRequestPayment command) {
        record(Settling.confirm(now(), command));
    }

    @CommandHandler
    void handle(CancelRequest command) {
        record(Settling.cancel(now(), command));
    }

    @CommandHandler
    void handle(StartWork command) {
        record(Delivering.start(now(), command));
    }

    @CommandHandler
    void handle(ShipGoods command) {
        record(Delivering.ship(now(), command));
    }

    @CommandHandler
    void handle(HandOver command) {
        record(Delivering.handOver(now(), command));
    }

    @CommandHandler
    void handle(IssueDeliveryCode command) {
        record(Confirming.issue(now(), command));
    }

    @CommandHandler
    DeliveryAttempt handle(ConfirmDelivery command) {
        record(Confirming.confirm(now(), command));
        return now().delivery().lastAttempt();
    }

    @CommandHandler
    void handle(LapseInspection command) {
        record(Confirming.lapse(now(), command));
    }

    @CommandHandler
    void handle(MarkDisputed command) {
        record(Disputing.open(now(), command));
    }

    @CommandHandler
    void handle(ResumeForReplacement command) {
        record(Disputing.resume(now(), command));
    }

    @CommandHandler
    void handle(CompleteByRuling command) {
        record(Disputing.complete(now(), command));
    }

    @CommandHandler
    void handle(MarkRefunded command) {
        record(Settling.refunded(now(), command));
    }

    @CommandHandler
    void handle(MarkSellerPaid command) {
        record(Settling.sellerPaid(now(), command));
    }

    @EventSourcingHandler
    void on(PurchaseRequestEvent event) {
        if (event instanceof PurchaseRequestCreated created) {
            id = created.requestId().toString();
            state = RequestState.created(created);
        } else {
            state = now().after(event);
        }
    }

    private RequestState now() {
        return Objects.requireNonNull(state);
    }

    private void record(List<PurchaseRequestEvent> events) {
        for (PurchaseRequestEvent event : events) {
            PurchaseRequestStatus from = state == null ? null : state.status();
            AggregateLifecycle.apply(event);
            PurchaseRequestLifecycle.require(from, event, now().status());
        }
    }
}
