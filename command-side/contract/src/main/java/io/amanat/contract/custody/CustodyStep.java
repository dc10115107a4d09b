package io.amanat.contract.custody;

import io.amanat.contract.Command;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.escrow.PaymentCommand.RecordExcessReturned;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;

/** A step between a payment and custody that nobody is there to be told of when it is refused. */
public sealed interface CustodyStep {
    CustodyTransferId transferId();

    PaymentId paymentId();

    /** The trade. */
    PurchaseRequestId requestId();

    TransferKind kind();

    /** What does it. Sent again after it succeeded it changes nothing. */
    Command command();

    /** Money is to leave. */
    record Instruct(CustodyTransferId transferId, TransferInstruction instruction) implements CustodyStep {
        @Override
        public PaymentId paymentId() {
            return instruction.paymentId();
        }

        @Override
        public PurchaseRequestId requestId() {
            return instruction.requestId();
        }

        @Override
        public TransferKind kind() {
            return instruction.kind();
        }

        @Override
        public Command command() {
            return new InstructCustodyTransfer(transferId, instruction);
        }
    }

    /** Money has left, final on the chain, and the books are to say so. */
    record Book(
            CustodyTransferId transferId,
            PaymentId paymentId,
            PurchaseRequestId requestId,
            TransferKind kind,
            String txHash)
            implements CustodyStep {
        @Override
        public Command command() {
            return switch (kind) {
                case RELEASE, REFUND -> new RecordLegSettled(paymentId, transferId, txHash);
                case STRAY_RETURN -> new RecordExcessReturned(paymentId, transferId, txHash);
            };
        }
    }
}
