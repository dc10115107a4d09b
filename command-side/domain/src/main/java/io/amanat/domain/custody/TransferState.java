package io.amanat.domain.custody;

import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a custody transfer knows.
 *
 * @param attempt 0 until the first approval
 * @param signed of the current attempt
 * @param block in which the current attempt was last seen
 */
record TransferState(
        TransferInstruction instruction,
        boolean guardRequired,
        CustodyTransferStatus status,
        int attempt,
        @Nullable SignedTransaction signed,
        @Nullable String block) {
    static TransferState instructed(CustodyTransferEvent.CustodyTransferInstructed event) {
        return new TransferState(
                event.instruction(), event.guardRequired(), CustodyTransferStatus.INSTRUCTED, 0, null, null);
    }

    TransferState after(CustodyTransferEvent event) {
        CustodyTransferStatus next = CustodyTransferLifecycle.after(status, event.getClass());
        return switch (event) {
            case CustodyTransferEvent.CustodyTransferInstructed e -> instructed(e);
            case CustodyTransferEvent.CustodyTransferApproved e ->
                e.attempt() == attempt
                        ? at(next)
                        : new TransferState(instruction, guardRequired, next, e.attempt(), null, null);
            case CustodyTransferEvent.CustodyTransferSigned e ->
                new TransferState(instruction, guardRequired, next, attempt, e.transaction(), null);
            case CustodyTransferEvent.CustodyTransferReplaced e ->
                new TransferState(instruction, guardRequired, next, attempt, e.transaction(), null);
            case CustodyTransferEvent.CustodyTransferMined e ->
                new TransferState(instruction, guardRequired, next, attempt, signed, e.blockHash());
            case CustodyTransferEvent.CustodyTransferHeld _ -> at(next);
            case CustodyTransferEvent.CustodyTransferBroadcast _ -> at(next);
            case CustodyTransferEvent.CustodyTransferFinalised _ -> at(next);
            case CustodyTransferEvent.CustodyTransferFailed _ -> at(next);
        };
    }

    boolean party(UserId user) {
        return user.equals(instruction.buyerId()) || user.equals(instruction.sellerId());
    }

    private TransferState at(CustodyTransferStatus next) {
        return new TransferState(instruction, guardRequired, next, attempt, signed, block);
    }
}
