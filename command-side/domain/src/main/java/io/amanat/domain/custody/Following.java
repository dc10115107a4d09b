package io.amanat.domain.custody;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.Event;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferCommand.AcceptCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RecordBroadcast;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFailure;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferCommand.RecordMined;
import io.amanat.contract.custody.CustodyTransferCommand.RecordReplaced;
import io.amanat.contract.custody.CustodyTransferCommand.RecordSigned;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferAccepted;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferBroadcast;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFailed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFinalised;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferMined;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferReplaced;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferSigned;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.SignedTransaction;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The way to finality, as the worker tells it. After a crash it tells a step again: one that is behind the transfer, in the same
 * attempt, changes nothing.
 */
final class Following {
    private static final Set<CustodyTransferStatus> SENT =
            EnumSet.of(CustodyTransferStatus.BROADCAST, CustodyTransferStatus.MINED, CustodyTransferStatus.FINAL);

    private Following() {}

    static List<CustodyTransferEvent> signed(TransferState state, RecordSigned command) {
        boolean alive = state.status() != CustodyTransferStatus.FAILED;
        if (alive
                && command.attempt() == state.attempt()
                && command.transaction().equals(state.signed())) {
            return List.of();
        }
        unless(
                command.attempt() == state.attempt() && state.status() == CustodyTransferStatus.APPROVED,
                CustodyRule.ONLY_APPROVED_TRANSFERS_ARE_SIGNED);
        return List.of(new CustodyTransferSigned(command.transferId(), command.attempt(), command.transaction()));
    }

    /** A version that is mined in place of a later one is told here too: it replaces the later one. */
    static List<CustodyTransferEvent> replaced(TransferState state, RecordReplaced command) {
        if (command.attempt() == state.attempt() && command.transaction().equals(state.signed())) {
            return List.of();
        }
        follows(state, command.attempt(), CustodyTransferReplaced.class);
        SignedTransaction before = transaction(state);
        unless(sameNonce(before, command.transaction()), CustodyRule.A_REPLACEMENT_HAS_THE_SAME_NONCE);
        return List.of(new CustodyTransferReplaced(
                command.transferId(), command.attempt(), command.transaction(), before.txHash()));
    }

    static List<CustodyTransferEvent> broadcast(TransferState state, RecordBroadcast command) {
        if (command.attempt() == state.attempt() && SENT.contains(state.status())) {
            return List.of();
        }
        follows(state, command.attempt(), CustodyTransferBroadcast.class);
        return List.of(new CustodyTransferBroadcast(
                command.transferId(), command.attempt(), transaction(state).txHash()));
    }

    /** The same transaction may be mined again in another block. */
    static List<CustodyTransferEvent> mined(TransferState state, RecordMined command) {
        boolean known = state.status() == CustodyTransferStatus.FINAL || state.seenIn(command.blockHash());
        if (command.attempt() == state.attempt() && known) {
            return List.of();
        }
        follows(state, command.attempt(), CustodyTransferMined.class);
        return List.of(new CustodyTransferMined(
                command.transferId(), command.attempt(), command.blockNumber(), command.blockHash()));
    }

    static List<CustodyTransferEvent> finalised(TransferState state, RecordFinal command) {
        if (command.attempt() == state.attempt() && state.status() == CustodyTransferStatus.FINAL) {
            return List.of();
        }
        follows(state, command.attempt(), CustodyTransferFinalised.class);
        return List.of(finalised(state, command.transferId(), command.blockNumber(), command.blockHash()));
    }

    /** What moved otherwise counts as done where it was mined. */
    static List<CustodyTransferEvent> accepted(TransferState state, AcceptCustodyTransfer command) {
        unless(!state.party(command.by()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        unless(state.movedOtherwise(), CustodyRule.ONLY_WHAT_MOVED_OTHERWISE_IS_ACCEPTED);
        TransferState.Block block = Objects.requireNonNull(state.block(), "what moved was mined");
        return List.of(
                new CustodyTransferAccepted(command.transferId(), state.attempt(), command.by(), command.reason()),
                finalised(state, command.transferId(), block.number(), block.hash()));
    }

    private static CustodyTransferFinalised finalised(
            TransferState state, CustodyTransferId id, long blockNumber, String blockHash) {
        return new CustodyTransferFinalised(
                id,
                state.attempt(),
                state.instruction().paymentId(),
                state.instruction().kind(),
                state.instruction().amount(),
                transaction(state).txHash(),
                blockNumber,
                blockHash);
    }

    /** A failure of an earlier attempt is old news. */
    static List<CustodyTransferEvent> failed(TransferState state, RecordFailure command) {
        boolean known = command.attempt() == state.attempt() && state.status() == CustodyTransferStatus.FAILED;
        if (known || command.attempt() < state.attempt()) {
            return List.of();
        }
        follows(state, command.attempt(), CustodyTransferFailed.class);
        return List.of(new CustodyTransferFailed(command.transferId(), command.attempt(), command.reason()));
    }

    private static void follows(TransferState state, int attempt, Class<? extends Event> event) {
        unless(
                attempt == state.attempt() && CustodyTransferLifecycle.allows(state.status(), event),
                CustodyRule.A_TRANSFER_MOVES_FORWARD,
                "Attempt " + attempt + " was told a step that does not follow "
                        + state.status().wire() + " in attempt " + state.attempt() + ".");
    }

    private static boolean sameNonce(SignedTransaction one, SignedTransaction other) {
        return one.chainId() == other.chainId()
                && one.account().equals(other.account())
                && one.nonce() == other.nonce();
    }

    private static SignedTransaction transaction(TransferState state) {
        return Objects.requireNonNull(state.signed(), "what was sent was signed");
    }
}
