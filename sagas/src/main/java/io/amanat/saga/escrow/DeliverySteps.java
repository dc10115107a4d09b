package io.amanat.saga.escrow;

import static io.amanat.saga.escrow.TradeDeadlines.INSPECTION_WINDOW;

import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.LapseInspection;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.saga.port.EscrowPolicy;
import java.time.Instant;

/** From the hand-over to a delivery that counts as accepted. */
record DeliverySteps(TradeCommands commands, TradeDeadlines deadlines, EscrowPolicy policy) {

    /** The window is about this hand-over: after a replacement there is another one. */
    TradeState handedOver(TradeState state, String handOver, Instant handedOverAt) {
        Instant due = handedOverAt.plus(policy.inspectionWindow());
        return deadlines.start(state, INSPECTION_WINDOW, new DeadlineSubject(handOver), due);
    }

    /** Refused when the buyer confirmed, or a dispute was marked, in this instant. */
    TradeState inspectionOver(TradeState state, DeadlineSubject subject) {
        if (!state.awaits(INSPECTION_WINDOW, subject)) {
            return state;
        }
        commands.sendUnless(new LapseInspection(state.requestId()), MarketplaceRule.ONLY_DELIVERED_REQUESTS_LAPSE);
        return state.notWaiting(INSPECTION_WINDOW);
    }

    /**
     * The money is the seller's, frozen or not. After a ruling there is nothing to do: the ruling itself has said where the money
     * goes.
     */
    TradeState completed(TradeState state, PurchaseRequestCompleted event) {
        TradeState inspected = state;
        if (event.cause() != CompletionCause.RULING) {
            commands.send(new MakeEscrowReleasable(state.paymentId()));
            inspected = state.releaseDue(true);
        }
        return deadlines.stop(inspected, INSPECTION_WINDOW);
    }
}
