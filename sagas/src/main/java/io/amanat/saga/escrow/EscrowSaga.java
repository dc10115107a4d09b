package io.amanat.saga.escrow;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import io.amanat.contract.CommandSender;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeEvent.DisputeResponseReceived;
import io.amanat.contract.escrow.EscrowEvent.DisputeRaised;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowEvent.EscrowUnfrozen;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.SettlementEvent.PaymentCompleted;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferQuoted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.saga.port.ChainWatch;
import io.amanat.saga.port.DestinationAllocator;
import io.amanat.saga.port.EscrowPolicy;
import jakarta.inject.Inject;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/**
 * One trade: this class is the table of contents, the steps stand in {@link PayInSteps}, {@link DeliverySteps},
 * {@link DisputeSteps} and {@link SettlementSteps}. See the package's page for where it lives and when it commits.
 *
 * <p>An event that names the request is taken by the request's id even when it also names the payment: so no other trade's payment
 * ever moves this one.
 */
@ProcessingGroup("sagas")
public final class EscrowSaga {
    private static final String REQUEST = "requestId";
    private static final String PAYMENT = "paymentId";
    private static final String DISPUTE = "disputeId";

    @Inject
    private transient CommandSender sender;

    @Inject
    private transient DeadlineManager deadlineManager;

    @Inject
    private transient DestinationAllocator allocator;

    @Inject
    private transient ChainWatch chain;

    @Inject
    private transient EscrowPolicy policy;

    @Inject
    private transient ParkedSteps parked;

    /** The only field that is stored. Set by the event that starts the saga, or by the saga store. */
    @SuppressWarnings("NullAway.Init")
    TradeState state;

    // pay-in

    @StartSaga
    @SagaEventHandler(associationProperty = REQUEST)
    void on(OfferAccepted event, @Timestamp Instant acceptedAt) {
        if (state == null) {
            state = TradeState.of(event);
        }
        if (payIn().accepted(event, acceptedAt)) {
            associateWith(PAYMENT, event.paymentId().toString());
        } else {
            end();
        }
    }

    @SagaEventHandler(associationProperty = REQUEST)
    void on(OfferQuoted event) {
        payIn().quoted(event);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentOpened event) {
        state = payIn().opened(state, event);
    }

    @SagaEventHandler(associationProperty = REQUEST)
    void on(EscrowFunded event) {
        state = payIn().funded(state, event);
    }

    @DeadlineHandler(deadlineName = TradeDeadlines.PAYMENT_WINDOW)
    void onPaymentWindowOver(DeadlineSubject subject) {
        state = payIn().windowOver(state, subject);
    }

    @SagaEventHandler(associationProperty = REQUEST)
    void on(PaymentCancelled event) {
        payIn().cancelled(state, CancellationCause.PAYMENT_CANCELLED);
        end();
    }

    /** What had arrived goes back first; then the request is refunded. */
    @SagaEventHandler(associationProperty = REQUEST)
    void on(PaymentExpired event) {
        if (!event.held().positive()) {
            payIn().cancelled(state, CancellationCause.PAYMENT_WINDOW_LAPSED);
            end();
        }
    }

    // delivery

    @SagaEventHandler(associationProperty = REQUEST)
    void on(DeliveryHandedOver event, @MessageIdentifier String handOver, @Timestamp Instant handedOverAt) {
        state = delivery().handedOver(state, handOver, handedOverAt);
    }

    @DeadlineHandler(deadlineName = TradeDeadlines.INSPECTION_WINDOW)
    void onInspectionWindowOver(DeadlineSubject subject) {
        state = delivery().inspectionOver(state, subject);
    }

    @SagaEventHandler(associationProperty = REQUEST)
    void on(PurchaseRequestCompleted event) {
        state = delivery().completed(state, event);
    }

    // dispute

    @SagaEventHandler(associationProperty = REQUEST)
    void on(DisputeRaised event, @Timestamp Instant raisedAt) {
        state = dispute().raised(state, event, raisedAt);
        associateWith(DISPUTE, event.disputeId().toString());
    }

    @SagaEventHandler(associationProperty = DISPUTE)
    void on(DisputeOpened event) {
        state = dispute().opened(state, event);
    }

    @SagaEventHandler(associationProperty = DISPUTE)
    void on(DisputeResponseReceived event) {
        state = dispute().answered(state, event.disputeId());
    }

    @DeadlineHandler(deadlineName = TradeDeadlines.DISPUTE_RESPONSE)
    void onDisputeResponseOver(DeadlineSubject subject) {
        state = dispute().responseOver(state, subject);
    }

    @SagaEventHandler(associationProperty = REQUEST)
    void on(DisputeResolved event) {
        state = dispute().resolved(state, event);
    }

    // settlement

    @SagaEventHandler(associationProperty = REQUEST)
    void on(EscrowReleasable event) {
        settlement().settle(state);
    }

    /** After a dispute's freeze the ruling has said where the money goes; after a guard's, what waited goes on. */
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(EscrowUnfrozen event) {
        switch (event.cause()) {
            case DISPUTE -> {}
            case GUARD, REORG -> {
                PendingRuling ruling = state.pendingRuling();
                if (ruling != null) {
                    state = dispute().carryOut(state, ruling);
                } else {
                    settlement().settle(state);
                }
            }
        }
    }

    @SagaEventHandler(associationProperty = REQUEST)
    void on(SettlementInstructed event) {
        state = settlement().instructed(state, event);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(CustodyTransferFinalised event) {
        settlement().legFinal(state, event);
    }

    @SagaEventHandler(associationProperty = REQUEST)
    void on(PaymentCompleted event) {
        settlement().sellerPaid(state);
        end();
    }

    @SagaEventHandler(associationProperty = REQUEST)
    void on(PaymentRefunded event) {
        settlement().refunded(state);
        end();
    }

    private PayInSteps payIn() {
        return new PayInSteps(commands(), deadlines(), allocator, chain, policy);
    }

    private DeliverySteps delivery() {
        return new DeliverySteps(commands(), deadlines(), policy);
    }

    private DisputeSteps dispute() {
        return new DisputeSteps(commands(), deadlines(), policy);
    }

    private SettlementSteps settlement() {
        return new SettlementSteps(commands(), parked);
    }

    private TradeCommands commands() {
        return new TradeCommands(sender, state.requestId());
    }

    private TradeDeadlines deadlines() {
        return new TradeDeadlines(deadlineManager);
    }
}
