package io.amanat.saga.escrow;

import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkRefunded;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;

/** How the money leaves: instructed, carried out by custody, final on the chain. */
record SettlementSteps(TradeCommands commands, ParkedSteps parked) {

    /**
     * Sends the money to the seller, if it still is the seller's: an old {@code EscrowReleasable} may come here after the ruling that
     * has overtaken it. Refused while frozen; then a guard who lets go, or the ruling, takes it up.
     */
    void settle(TradeState state) {
        if (state.releaseDue()) {
            commands.sendUnless(
                    new SettleEscrow(state.paymentId(), TransferIds.of(TransferKind.RELEASE, state.paymentId())),
                    EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
        }
    }

    /** A leg that is refused is parked: the other legs go, and so do other trades. */
    TradeState instructed(TradeState state, SettlementInstructed event) {
        for (SettlementLeg leg : event.legs()) {
            commands.sendOrPark(new CustodyStep.Instruct(leg.transferId(), instruction(event, leg)), parked);
        }
        return state.releaseDue(false);
    }

    /** A return of money that was set aside is no leg of the settlement. */
    void legFinal(TradeState state, CustodyTransferFinalised event) {
        if (event.kind() == TransferKind.STRAY_RETURN) {
            return;
        }
        commands.sendOrPark(
                new CustodyStep.Book(
                        event.transferId(), event.paymentId(), state.requestId(), event.kind(), event.txHash()),
                parked);
    }

    void sellerPaid(TradeState state) {
        commands.send(new MarkSellerPaid(state.requestId(), state.paymentId()));
    }

    void refunded(TradeState state) {
        commands.send(new MarkRefunded(state.requestId(), state.paymentId()));
    }

    private static TransferInstruction instruction(SettlementInstructed event, SettlementLeg leg) {
        return new TransferInstruction(
                event.paymentId(),
                event.requestId(),
                event.buyerId(),
                event.sellerId(),
                leg.kind(),
                leg.beneficiary(),
                leg.to(),
                leg.amount());
    }
}
