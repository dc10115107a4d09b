package io.amanat.saga.escrow;

import static io.amanat.saga.escrow.TradeDeadlines.DISPUTE_RESPONSE;
import static io.amanat.saga.escrow.TradeDeadlines.INSPECTION_WINDOW;

import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeCommand.LapseResponse;
import io.amanat.contract.disputes.DisputeCommand.OpenDispute;
import io.amanat.contract.disputes.DisputeEvent.DisputeOpened;
import io.amanat.contract.disputes.DisputeEvent.DisputeResolved;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.disputes.DisputeRule;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.EscrowEvent.DisputeRaised;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CompleteByRuling;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkDisputed;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ResumeForReplacement;
import io.amanat.saga.port.EscrowPolicy;
import java.time.Instant;

/** From a raised dispute, whose money is frozen already, to a ruling that is carried out. */
record DisputeSteps(TradeCommands commands, TradeDeadlines deadlines, EscrowPolicy policy) {

    /**
     * Marks the request, then opens the dispute: nobody can rule before the request stands still, so a delivery that is confirmed in
     * between comes before the ruling in the log, and never undoes it.
     */
    TradeState raised(TradeState state, DisputeRaised event, Instant raisedAt) {
        commands.send(new MarkDisputed(event.requestId(), event.disputeId()));
        commands.send(new OpenDispute(event.disputeId(), disputeCase(event, raisedAt)));
        return deadlines.stop(state, INSPECTION_WINDOW);
    }

    /** As the dispute says: a retried opening may have met the terms of an earlier try. */
    TradeState opened(TradeState state, DisputeOpened event) {
        return deadlines.start(
                state,
                DISPUTE_RESPONSE,
                subject(event.disputeId()),
                event.disputeCase().respondBy());
    }

    TradeState answered(TradeState state, DisputeId disputeId) {
        return state.awaits(DISPUTE_RESPONSE, subject(disputeId)) ? deadlines.stop(state, DISPUTE_RESPONSE) : state;
    }

    /** Refused when the respondent answered, or a resolver decided, in this instant. */
    TradeState responseOver(TradeState state, DeadlineSubject subject) {
        if (!state.awaits(DISPUTE_RESPONSE, subject)) {
            return state;
        }
        commands.sendUnless(
                new LapseResponse(DisputeId.of(subject.about())),
                DisputeRule.ONLY_UNANSWERED_DISPUTES_LAPSE,
                DisputeRule.ONLY_UNRESOLVED_DISPUTES_CHANGE);
        return state.notWaiting(DISPUTE_RESPONSE);
    }

    TradeState resolved(TradeState state, DisputeResolved event) {
        TradeState ruled = carryOut(state, new PendingRuling(event.disputeId(), event.ruling()));
        return answered(ruled, event.disputeId());
    }

    /**
     * The money first, then the request: a seller who delivers a replacement, and a buyer who confirms it, must not meet an escrow
     * that is still under the old dispute.
     *
     * <p>While a guard or a reorganisation keeps the escrow frozen, a ruling that pays out waits, and so does the request. So does a
     * split of what the chain has taken back in part: it fits again when the money is back.
     */
    TradeState carryOut(TradeState state, PendingRuling ruling) {
        if (!commands.sendUnless(
                apply(state, ruling),
                EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE,
                EscrowRule.A_SETTLEMENT_GIVES_OUT_EXACTLY_WHAT_IS_HELD)) {
            return state.releaseDue(false).pending(ruling);
        }
        RulingKind kind = ruling.ruling().kind();
        switch (kind) {
            case REPLACEMENT -> commands.send(new ResumeForReplacement(state.requestId(), ruling.disputeId()));
            case COMPENSATION, NO_ACTION -> commands.send(new CompleteByRuling(state.requestId(), ruling.disputeId()));
            // the request is refunded when the money has arrived
            case REFUND -> {}
        }
        return state.releaseDue(kind == RulingKind.NO_ACTION).pending(null);
    }

    private static ApplyRuling apply(TradeState state, PendingRuling ruling) {
        return new ApplyRuling(
                state.paymentId(),
                ruling.disputeId(),
                ruling.ruling(),
                TransferIds.of(TransferKind.RELEASE, state.paymentId(), ruling.disputeId()),
                TransferIds.of(TransferKind.REFUND, state.paymentId(), ruling.disputeId()));
    }

    private static DeadlineSubject subject(DisputeId disputeId) {
        return new DeadlineSubject(disputeId.toString());
    }

    private DisputeCase disputeCase(DisputeRaised event, Instant raisedAt) {
        return new DisputeCase(
                event.paymentId(),
                event.requestId(),
                event.buyerId(),
                event.sellerId(),
                event.raisedBy(),
                event.category(),
                event.reason(),
                event.atStake(),
                raisedAt.plus(policy.disputeResponseWindow()));
    }
}
