package io.amanat.domain.custody;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferCommand.ApproveCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.HoldCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RedirectCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RetryCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFailed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferFirstApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferHeld;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferRedirected;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.custody.TransferFailures;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.EvmAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is let out: by itself, by a guard who is no party of the trade, or by two. */
final class Guarding {
    private Guarding() {}

    /**
     * One whose address is no place for money is parked as failed, before its first attempt: a refusal would stop everybody's transfers
     * behind it. A guard retries it once the cause is gone.
     */
    static List<CustodyTransferEvent> instruct(
            @Nullable TransferState state, InstructCustodyTransfer command, ApprovalPolicy policy, OwnAddresses own) {
        TransferInstruction instruction = command.instruction();
        if (state != null) {
            unless(state.asInstructed().equals(instruction), CustodyRule.A_TRANSFER_IS_INSTRUCTED_ONCE);
            return List.of();
        }
        unless(instruction.amount().positive(), CustodyRule.A_TRANSFER_MOVES_MONEY);
        boolean guardRequired = policy.guardRequired(instruction.amount());
        CustodyTransferEvent instructed =
                new CustodyTransferInstructed(command.transferId(), instruction, guardRequired);
        CustodyRule objection = objection(instruction, own);
        if (objection != null) {
            return List.of(
                    instructed,
                    new CustodyTransferFailed(command.transferId(), 0, TransferFailures.refused(objection)));
        }
        return guardRequired
                ? List.of(instructed)
                : List.of(instructed, new CustodyTransferApproved(command.transferId(), 1, instruction, null, null));
    }

    /** Starts the first attempt, or takes up the one that was held before it was signed. */
    static List<CustodyTransferEvent> approve(
            TransferState state, ApproveCustodyTransfer command, ApprovalPolicy policy) {
        unless(!state.party(command.by()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        unless(
                state.status() == CustodyTransferStatus.INSTRUCTED || state.status() == CustodyTransferStatus.HELD,
                CustodyRule.ONLY_WAITING_TRANSFERS_ARE_APPROVED);
        int attempt = Math.max(1, state.attempt());
        return approval(
                state,
                policy,
                new CustodyTransferApproved(
                        command.transferId(), attempt, state.instruction(), command.by(), command.reason()));
    }

    static List<CustodyTransferEvent> hold(TransferState state, HoldCustodyTransfer command) {
        unless(!state.party(command.by()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        unless(
                CustodyTransferLifecycle.allows(state.status(), CustodyTransferHeld.class),
                CustodyRule.ONLY_UNSIGNED_TRANSFERS_ARE_HELD);
        return List.of(new CustodyTransferHeld(command.transferId(), command.by(), command.reason()));
    }

    /** What failed is approved anew, by as many guards as the first time. */
    static List<CustodyTransferEvent> retry(
            TransferState state, RetryCustodyTransfer command, ApprovalPolicy policy, OwnAddresses own) {
        unless(!state.party(command.by()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        unless(state.status() == CustodyTransferStatus.FAILED, CustodyRule.ONLY_FAILED_TRANSFERS_ARE_RETRIED);
        unless(!state.movedOtherwise(), CustodyRule.WHAT_HAS_MOVED_IS_NOT_SENT_AGAIN);
        CustodyRule objection = objection(state.instruction(), own);
        if (objection != null) {
            throw new RuleViolated(objection);
        }
        return approval(
                state,
                policy,
                new CustodyTransferApproved(
                        command.transferId(),
                        state.attempt() + 1,
                        state.instruction(),
                        command.by(),
                        command.reason()));
    }

    /**
     * What failed has no nonce, or one that the chain has taken for good without moving anything: so nothing can go to both addresses. Who
     * may be paid where is asked before, of the recipient's own address.
     */
    static List<CustodyTransferEvent> redirect(TransferState state, RedirectCustodyTransfer command, OwnAddresses own) {
        unless(!state.party(command.by()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        unless(
                CustodyTransferLifecycle.allows(state.status(), CustodyTransferRedirected.class),
                CustodyRule.ONLY_FAILED_TRANSFERS_ARE_REDIRECTED);
        unless(!state.movedOtherwise(), CustodyRule.WHAT_HAS_MOVED_IS_NOT_SENT_AGAIN);
        unless(
                state.instruction().kind() != TransferKind.STRAY_RETURN,
                CustodyRule.ONLY_LEGS_OF_A_SETTLEMENT_ARE_REDIRECTED);
        EvmAddress former = state.instruction().to();
        if (command.to().equals(former)) {
            return List.of();
        }
        CustodyRule objection = objection(state.instruction().to(command.to()), own);
        if (objection != null) {
            throw new RuleViolated(objection);
        }
        return List.of(new CustodyTransferRedirected(
                command.transferId(), state.attempt(), command.to(), former, command.by(), command.reason()));
    }

    private static @Nullable CustodyRule objection(TransferInstruction instruction, OwnAddresses own) {
        EvmAddress to = instruction.to();
        if (to.zero() || to.equals(instruction.amount().asset().contract())) {
            return CustodyRule.MONEY_GOES_TO_A_REAL_ADDRESS;
        }
        return own.ours(to) ? CustodyRule.MONEY_NEVER_COMES_BACK_TO_US : null;
    }

    /** The approval itself, or its first half. The limits are those of the moment: a lowered one counts at once. */
    private static List<CustodyTransferEvent> approval(
            TransferState state, ApprovalPolicy policy, CustodyTransferApproved approved) {
        UserId by = Objects.requireNonNull(approved.by(), "a guard approves");
        PersonalText reason = Objects.requireNonNull(approved.reason(), "a guard gives a reason");
        UserId first = state.firstApprover();
        unless(!by.equals(first), CustodyRule.TWO_APPROVALS_COME_FROM_TWO_PEOPLE);
        boolean waits =
                first == null && policy.twoGuardsRequired(state.instruction().amount());
        return List.of(waits ? new CustodyTransferFirstApproved(approved.transferId(), by, reason) : approved);
    }
}
