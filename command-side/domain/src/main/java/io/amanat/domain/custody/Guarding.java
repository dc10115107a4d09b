package io.amanat.domain.custody;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferCommand.ApproveCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.HoldCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.InstructCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RetryCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferApproved;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferHeld;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.CustodyTransferStatus;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.custody.TransferInstruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is let out, by itself or by a guard who is no party of the trade. */
final class Guarding {
    private Guarding() {}

    static List<CustodyTransferEvent> instruct(
            @Nullable TransferState state, InstructCustodyTransfer command, ApprovalPolicy policy, OwnAddresses own) {
        TransferInstruction instruction = command.instruction();
        if (state != null) {
            unless(state.instruction().equals(instruction), CustodyRule.A_TRANSFER_IS_INSTRUCTED_ONCE);
            return List.of();
        }
        unless(instruction.amount().positive(), CustodyRule.A_TRANSFER_MOVES_MONEY);
        unless(
                !instruction.to().zero()
                        && !instruction.to().equals(instruction.amount().asset().contract()),
                CustodyRule.MONEY_GOES_TO_A_REAL_ADDRESS);
        unless(!own.ours(instruction.to()), CustodyRule.MONEY_NEVER_COMES_BACK_TO_US);
        boolean guardRequired = policy.guardRequired(instruction.amount());
        CustodyTransferEvent instructed =
                new CustodyTransferInstructed(command.transferId(), instruction, guardRequired);
        return guardRequired
                ? List.of(instructed)
                : List.of(instructed, new CustodyTransferApproved(command.transferId(), 1, instruction, null, null));
    }

    /** Starts the first attempt, or takes up the one that was held before it was signed. */
    static List<CustodyTransferEvent> approve(TransferState state, ApproveCustodyTransfer command) {
        unless(!state.party(command.by()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        unless(
                state.status() == CustodyTransferStatus.INSTRUCTED || state.status() == CustodyTransferStatus.HELD,
                CustodyRule.ONLY_WAITING_TRANSFERS_ARE_APPROVED);
        int attempt = Math.max(1, state.attempt());
        return List.of(new CustodyTransferApproved(
                command.transferId(), attempt, state.instruction(), command.by(), command.reason()));
    }

    static List<CustodyTransferEvent> hold(TransferState state, HoldCustodyTransfer command) {
        unless(!state.party(command.by()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        unless(
                CustodyTransferLifecycle.allows(state.status(), CustodyTransferHeld.class),
                CustodyRule.ONLY_UNSIGNED_TRANSFERS_ARE_HELD);
        return List.of(new CustodyTransferHeld(command.transferId(), command.by(), command.reason()));
    }

    static List<CustodyTransferEvent> retry(TransferState state, RetryCustodyTransfer command) {
        unless(!state.party(command.by()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        unless(state.status() == CustodyTransferStatus.FAILED, CustodyRule.ONLY_FAILED_TRANSFERS_ARE_RETRIED);
        return List.of(new CustodyTransferApproved(
                command.transferId(), state.attempt() + 1, state.instruction(), command.by(), command.reason()));
    }
}
