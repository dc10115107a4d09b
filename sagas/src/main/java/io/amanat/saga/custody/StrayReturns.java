package io.amanat.saga.custody;

import io.amanat.contract.CommandSender;
import io.amanat.contract.Identifier;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.StrayEvent.ReturnInstructed;
import io.amanat.contract.marketplace.PurchaseRequestId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;

/**
 * Carries money that was set aside back to whom it belongs: an approved return becomes a custody transfer, and its finality a row of
 * the ledger. A trade may be over long before, so this is no step of its saga. Both commands do nothing when they come again, and are parked when a
 * rule refuses them.
 */
@ProcessingGroup("custody")
@DisallowReplay
public final class StrayReturns {
    private final CommandSender sender;
    private final ParkedSteps parked;

    public StrayReturns(CommandSender sender, ParkedSteps parked) {
        this.sender = sender;
        this.parked = parked;
    }

    @EventHandler
    void on(ReturnInstructed event) {
        TransferInstruction instruction = new TransferInstruction(
                event.paymentId(),
                event.requestId(),
                event.buyerId(),
                event.sellerId(),
                TransferKind.STRAY_RETURN,
                event.buyerId(),
                event.to(),
                event.amount());
        parked.sendOrPark(sender, new CustodyStep.Instruct(event.transferId(), instruction), origin(event.requestId()));
    }

    @EventHandler
    void on(
            CustodyTransferFinalised event,
            @MetaDataValue(value = MetadataKeys.CORRELATION_ID, required = true) String requestId) {
        if (event.kind() == TransferKind.STRAY_RETURN) {
            PurchaseRequestId trade = PurchaseRequestId.of(requestId);
            CustodyStep step =
                    new CustodyStep.Book(event.transferId(), event.paymentId(), trade, event.kind(), event.txHash());
            parked.sendOrPark(sender, step, origin(trade));
        }
    }

    private static Origin origin(Identifier requestId) {
        return Origin.system("stray-returns", requestId);
    }
}
