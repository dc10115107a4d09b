package io.amanat.saga.escrow;

import static io.amanat.saga.escrow.TradeDeadlines.PAYMENT_WINDOW;

import io.amanat.contract.Rule;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.DestinationCommand.AllocateDestination;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PaymentCommand.ExpirePayment;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.QuotePayment;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferQuoted;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CancelRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.saga.port.AllocatedDestination;
import io.amanat.saga.port.ChainWatch;
import io.amanat.saga.port.DestinationAllocator;
import io.amanat.saga.port.EscrowPolicy;
import java.time.Duration;
import java.time.Instant;

/** From the accepted offer to held money, or to a window that closes. */
record PayInSteps(
        TradeCommands commands,
        TradeDeadlines deadlines,
        DestinationAllocator allocator,
        ChainWatch chain,
        EscrowPolicy policy) {

    /** How long until a closed window is looked at again that could not be decided. */
    static final Duration RECHECK = Duration.ofSeconds(15);

    /**
     * Makes the destination, then the payment: nobody sees an address that is not watched yet.
     *
     * <p>{@code false} when the payment's id belongs to another trade; then the request is cancelled, for it must never be confirmed
     * by another trade's money.
     */
    boolean accepted(OfferAccepted event, Instant acceptedAt) {
        AllocatedDestination destination = allocator.allocate(
                event.paymentId(), event.requestId(), event.due().asset().chainId());
        boolean ours =
                commands.sendUnless(allocate(event, destination), CustodyRule.A_DESTINATION_BELONGS_TO_ONE_PAYMENT)
                        && commands.sendUnless(
                                new OpenPayment(event.paymentId(), terms(event, destination, acceptedAt)),
                                EscrowRule.A_PAYMENT_IS_OPENED_ONCE);
        if (!ours) {
            commands.send(new CancelRequest(event.requestId(), CancellationCause.PAYMENT_CANCELLED));
        }
        return ours;
    }

    /** The payment is open by now; told twice it changes nothing, also after a newer quote. */
    void quoted(OfferQuoted event) {
        commands.send(new QuotePayment(event.paymentId(), event.quote()));
    }

    /** As the payment says: a retried opening may have met the terms of an earlier try. */
    TradeState opened(TradeState state, PaymentOpened event) {
        return deadlines.start(
                state, PAYMENT_WINDOW, subject(state), event.terms().payBy());
    }

    TradeState funded(TradeState state, EscrowFunded event) {
        commands.send(new ConfirmRequestPayment(event.requestId(), event.paymentId()));
        return deadlines.stop(state, PAYMENT_WINDOW);
    }

    /**
     * The payment expires only when the chain has been watched to the end of the window, everything seen is decided and nothing is
     * frozen. Not when it was funded or cancelled in this instant: those events are on their way here.
     */
    TradeState windowOver(TradeState state, DeadlineSubject subject) {
        Wait wait = state.wait(PAYMENT_WINDOW);
        if (wait == null || !wait.subject().equals(subject)) {
            return state;
        }
        if (chain.observedUntil(state.chainId()).isBefore(wait.due())) {
            return deadlines.repeat(state, PAYMENT_WINDOW, wait, RECHECK);
        }
        ExpirePayment expire =
                new ExpirePayment(state.paymentId(), TransferIds.of(TransferKind.REFUND, state.paymentId()));
        Rule refusal = commands.refusalOf(
                expire,
                EscrowRule.DETECTED_TRANSFERS_DECIDE_FIRST,
                EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE,
                EscrowRule.ONLY_OPEN_PAYMENTS_EXPIRE);
        if (refusal != null && refusal != EscrowRule.ONLY_OPEN_PAYMENTS_EXPIRE) {
            return deadlines.repeat(state, PAYMENT_WINDOW, wait, RECHECK);
        }
        return state.notWaiting(PAYMENT_WINDOW);
    }

    void cancelled(TradeState state, CancellationCause cause) {
        commands.send(new CancelRequest(state.requestId(), cause));
        deadlines.stop(state, PAYMENT_WINDOW);
    }

    private static DeadlineSubject subject(TradeState state) {
        return new DeadlineSubject(state.paymentId().toString());
    }

    private static AllocateDestination allocate(OfferAccepted event, AllocatedDestination destination) {
        return new AllocateDestination(
                destination.destinationId(),
                event.paymentId(),
                event.requestId(),
                event.due().asset().chainId(),
                destination.address(),
                destination.accountFingerprint(),
                destination.derivationPath());
    }

    private EscrowTerms terms(OfferAccepted event, AllocatedDestination destination, Instant acceptedAt) {
        return new EscrowTerms(
                event.requestId(),
                event.offerId(),
                event.buyerId(),
                event.sellerId(),
                event.provider(),
                event.due(),
                policy.platformFeeBps(),
                policy.toleranceBps(),
                event.refundAddress(),
                event.payoutAddress(),
                destination.destinationId(),
                destination.address(),
                acceptedAt.plus(policy.paymentWindow()));
    }
}
