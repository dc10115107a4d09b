package io.amanat.domain.custody;

import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.TransferFailures;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What a custody transfer knows.
 *
 * @param asInstructed at first; {@code instruction} is that, or where it was redirected to
 * @param firstApprover of two, while the second is waited for
 * @param attempt 0 until the first approval
 * @param signed of the current attempt, its newest version
 * @param block in which the current attempt was last seen
 * @param failure why the current attempt failed
 */
record TransferState(
        TransferInstruction asInstructed,
        TransferInstruction instruction,
        boolean guardRequired,
        CustodyTransferStatus status,
        @Nullable UserId firstApprover,
        int attempt,
        @Nullable SignedTransaction signed,
        @Nullable Block block,
        @Nullable String failure) {
    record Block(long number, String hash) {}

    static TransferState instructed(CustodyTransferEvent.CustodyTransferInstructed event) {
        return new TransferState(
                event.instruction(),
                event.instruction(),
                event.guardRequired(),
                CustodyTransferStatus.INSTRUCTED,
                null,
                0,
                null,
                null,
                null);
    }

    TransferState after(CustodyTransferEvent event) {
        CustodyTransferStatus next = CustodyTransferLifecycle.after(status, event.getClass());
        return switch (event) {
            case CustodyTransferEvent.CustodyTransferInstructed e -> instructed(e);
            case CustodyTransferEvent.CustodyTransferFirstApproved e ->
                with(instruction, next, e.by(), attempt, signed, block, failure);
            case CustodyTransferEvent.CustodyTransferApproved e ->
                e.attempt() == attempt ? at(next) : at(next, e.attempt(), null, null);
            case CustodyTransferEvent.CustodyTransferSigned e -> at(next, attempt, e.transaction(), null);
            case CustodyTransferEvent.CustodyTransferReplaced e -> at(next, attempt, e.transaction(), null);
            case CustodyTransferEvent.CustodyTransferMined e ->
                at(next, attempt, signed, new Block(e.blockNumber(), e.blockHash()));
            case CustodyTransferEvent.CustodyTransferHeld _ -> at(next);
            case CustodyTransferEvent.CustodyTransferBroadcast _ -> at(next);
            case CustodyTransferEvent.CustodyTransferFinalised _ -> at(next);
            case CustodyTransferEvent.CustodyTransferAccepted _ -> at(next);
            case CustodyTransferEvent.CustodyTransferFailed e ->
                with(instruction, next, null, attempt, signed, block, e.reason());
            case CustodyTransferEvent.CustodyTransferRedirected e ->
                with(instruction.to(e.to()), next, null, attempt, signed, block, failure);
        };
    }

    boolean seenIn(String blockHash) {
        return block != null && block.hash().equals(blockHash);
    }

    /** Whether the current attempt failed but moved money. */
    boolean movedOtherwise() {
        return status == CustodyTransferStatus.FAILED && failure != null && TransferFailures.moved(failure);
    }

    boolean party(UserId user) {
        return user.equals(instruction.buyerId()) || user.equals(instruction.sellerId());
    }

    private TransferState at(CustodyTransferStatus next) {
        return at(next, attempt, signed, block);
    }

    /** Whatever happens else, a first approval is used up or void. */
    private TransferState at(
            CustodyTransferStatus next,
            int nextAttempt,
            @Nullable SignedTransaction transaction,
            @Nullable Block seenIn) {
        return with(instruction, next, null, nextAttempt, transaction, seenIn, null);
    }

    private TransferState with(
            TransferInstruction now,
            CustodyTransferStatus next,
            @Nullable UserId first,
            int nextAttempt,
            @Nullable SignedTransaction transaction,
            @Nullable Block seenIn,
            @Nullable String reason) {
        return new TransferState(
                asInstructed, now, guardRequired, next, first, nextAttempt, transaction, seenIn, reason);
    }
}
