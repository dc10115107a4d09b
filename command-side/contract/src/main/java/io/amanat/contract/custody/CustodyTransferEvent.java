package io.amanat.contract.custody;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import org.jspecify.annotations.Nullable;

/** What happened to a custody transfer. */
public sealed interface CustodyTransferEvent extends Event {
    CustodyTransferId transferId();

    @Override
    default CustodyTransferId subject() {
        return transferId();
    }

    /** {@code guardRequired}: its amount is above what goes out without a second pair of eyes. */
    @EventType("custody-transfer.instructed.v1")
    record CustodyTransferInstructed(
            CustodyTransferId transferId, TransferInstruction instruction, boolean guardRequired)
            implements CustodyTransferEvent {}

    /** The first of two guards; the transfer waits for the second. */
    @EventType("custody-transfer.first-approved.v1")
    record CustodyTransferFirstApproved(CustodyTransferId transferId, UserId by, PersonalText reason)
            implements CustodyTransferEvent {}

    /** {@code by} and {@code reason} are absent when no guard was required; of two guards it is the second. */
    @EventType("custody-transfer.approved.v1")
    record CustodyTransferApproved(
            CustodyTransferId transferId,
            int attempt,
            TransferInstruction instruction,
            @Nullable UserId by,
            @Nullable PersonalText reason)
            implements CustodyTransferEvent {}

    @EventType("custody-transfer.held.v1")
    record CustodyTransferHeld(CustodyTransferId transferId, UserId by, PersonalText reason)
            implements CustodyTransferEvent {}

    @EventType("custody-transfer.signed.v1")
    record CustodyTransferSigned(CustodyTransferId transferId, int attempt, SignedTransaction transaction)
            implements CustodyTransferEvent {}

    /** Of the two only one can be mined: they have the same nonce. */
    @EventType("custody-transfer.replaced.v1")
    record CustodyTransferReplaced(
            CustodyTransferId transferId, int attempt, SignedTransaction transaction, String replacedTxHash)
            implements CustodyTransferEvent {}

    @EventType("custody-transfer.broadcast.v1")
    record CustodyTransferBroadcast(CustodyTransferId transferId, int attempt, String txHash)
            implements CustodyTransferEvent {}

    @EventType("custody-transfer.mined.v1")
    record CustodyTransferMined(CustodyTransferId transferId, int attempt, long blockNumber, String blockHash)
            implements CustodyTransferEvent {}

    /** It failed because it moved something else than was instructed, and counts as done all the same. */
    @EventType("custody-transfer.accepted.v1")
    record CustodyTransferAccepted(CustodyTransferId transferId, int attempt, UserId by, PersonalText reason)
            implements CustodyTransferEvent {}

    /** It failed and has moved nothing; its next attempt goes to another address of the same recipient. */
    @EventType("custody-transfer.redirected.v1")
    record CustodyTransferRedirected(
            CustodyTransferId transferId,
            int attempt,
            EvmAddress to,
            EvmAddress formerTo,
            UserId by,
            PersonalText reason)
            implements CustodyTransferEvent {}

    @EventType("custody-transfer.finalised.v1")
    record CustodyTransferFinalised(
            CustodyTransferId transferId,
            int attempt,
            PaymentId paymentId,
            TransferKind kind,
            AssetAmount amount,
            String txHash,
            long blockNumber,
            String blockHash)
            implements CustodyTransferEvent {}

    @EventType("custody-transfer.failed.v1")
    record CustodyTransferFailed(CustodyTransferId transferId, int attempt, String reason)
            implements CustodyTransferEvent {}
}
