package io.amanat.saga.escrow;

import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.contract.escrow.SettlementLeg;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkRefunded;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;

/** How the money leaves: instructed, carried out by custody, final on the chain. */
record SettlementSteps(TradeCommands commands) {

    /** Refused when it was frozen in this instant; the end of the freeze, or the ruling, takes it up. */
    TradeState releasable(TradeState state) {
        settle(state);
        return state.releaseDue(true);
    }

    /** A guard let go of money that is the seller's. */
    TradeState unfrozen(TradeState state) {
        if (state.releaseDue()
                && commands.sendUnless(
                        new MakeEscrowReleasable(state.paymentId()), EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE)) {
            settle(state);
        }
        return state;
    }

    TradeState instructed(TradeState state, SettlementInstructed event) {
        for (SettlementLeg leg : event.legs()) {
            commands.send(new InstructCustodyTransfer(leg.transferId(), instruction(event, leg)));
        }
        return state.releaseDue(false);
    }

    void legFinal(CustodyTransferFinalised event) {
        commands.send(new RecordLegSettled(event.paymentId(), event.transferId(), event.txHash()));
    }

    void sellerPaid(TradeState state) {
        commands.send(new MarkSellerPaid(state.requestId(), state.paymentId()));
    }

    void refunded(TradeState state) {
        commands.send(new MarkRefunded(state.requestId(), state.paymentId()));
    }

    private void settle(TradeState state) {
        commands.sendUnless(
                new SettleEscrow(state.paymentId(), TransferIds.of(TransferKind.RELEASE, state.paymentId())),
                EscrowRule.FROZEN_ESCROW_DOES_NOT_MOVE);
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
