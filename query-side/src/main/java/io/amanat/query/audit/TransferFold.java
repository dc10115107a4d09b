package io.amanat.query.audit;

import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.TransferInstruction;
import org.jspecify.annotations.Nullable;

/** What its events make of a custody transfer. A new attempt has no transaction yet. */
record TransferFold(
        CustodyTransferId id,
        TransferInstruction instruction,
        CustodyTransferStatus status,
        int attempt,
        @Nullable String txHash) {
    static TransferFold instructed(CustodyTransferEvent.CustodyTransferInstructed event) {
        return new TransferFold(event.transferId(), event.instruction(), CustodyTransferStatus.INSTRUCTED, 1, null);
    }

    TransferFold after(CustodyTransferEvent event) {
        return switch (event) {
            case CustodyTransferEvent.CustodyTransferInstructed _ -> this;
            case CustodyTransferEvent.CustodyTransferFirstApproved _ -> this;
            case CustodyTransferEvent.CustodyTransferApproved e ->
                new TransferFold(id, instruction, CustodyTransferStatus.APPROVED, e.attempt(), null);
            case CustodyTransferEvent.CustodyTransferHeld _ -> with(CustodyTransferStatus.HELD, txHash);
            case CustodyTransferEvent.CustodyTransferSigned e ->
                with(CustodyTransferStatus.SIGNED, e.transaction().txHash());
            case CustodyTransferEvent.CustodyTransferReplaced e ->
                with(CustodyTransferStatus.SIGNED, e.transaction().txHash());
            case CustodyTransferEvent.CustodyTransferBroadcast _ -> with(CustodyTransferStatus.BROADCAST, txHash);
            case CustodyTransferEvent.CustodyTransferMined _ -> with(CustodyTransferStatus.MINED, txHash);
            case CustodyTransferEvent.CustodyTransferAccepted _ -> with(CustodyTransferStatus.MINED, txHash);
            case CustodyTransferEvent.CustodyTransferRedirected e ->
                new TransferFold(id, instruction.to(e.to()), status, attempt, txHash);
            case CustodyTransferEvent.CustodyTransferFinalised e -> with(CustodyTransferStatus.FINAL, e.txHash());
            case CustodyTransferEvent.CustodyTransferFailed _ -> with(CustodyTransferStatus.FAILED, txHash);
        };
    }

    private TransferFold with(CustodyTransferStatus next, @Nullable String hash) {
        return new TransferFold(id, instruction, next, attempt, hash);
    }
}
