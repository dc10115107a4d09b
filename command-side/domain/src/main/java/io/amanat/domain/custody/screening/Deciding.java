package io.amanat.domain.custody.screening;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.screening.Assessment;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningCommand.ClearTransfer;
import io.amanat.contract.custody.screening.ScreeningCommand.RejectTransfer;
import io.amanat.contract.custody.screening.ScreeningCommand.ScreenTransfer;
import io.amanat.contract.custody.screening.ScreeningEvent;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferCleared;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferRejected;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import io.amanat.contract.custody.screening.ScreeningRule;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.identity.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict that was reached stands, whatever the rules are later. Only one that nobody could reach is sought again. */
final class Deciding {
    private Deciding() {}

    static List<ScreeningEvent> screen(@Nullable ScreeningState state, ScreenTransfer command) {
        if (state != null && !state.inconclusive()) {
            return List.of();
        }
        Assessment now = RuleEngine.assess(command.rules(), command.inputs());
        return state != null && now.equals(state.assessment()) ? List.of() : List.of(screened(command, now));
    }

    static List<ScreeningEvent> clear(ScreeningState state, ClearTransfer command) {
        decidable(state, command.by(), command.buyerId(), command.sellerId());
        TransferScreened screened = state.screened();
        ObservedTransfer transfer = screened.transfer();
        return List.of(new TransferCleared(
                screened.screeningId(),
                screened.paymentId(),
                transfer.key(),
                transfer.amount(),
                command.by(),
                command.reason()));
    }

    static List<ScreeningEvent> reject(ScreeningState state, RejectTransfer command) {
        decidable(state, command.by(), command.buyerId(), command.sellerId());
        TransferScreened screened = state.screened();
        ObservedTransfer transfer = screened.transfer();
        return List.of(new TransferRejected(
                screened.screeningId(),
                screened.paymentId(),
                transfer.key(),
                transfer.amount(),
                command.by(),
                command.reason()));
    }

    private static void decidable(ScreeningState state, UserId by, UserId buyer, UserId seller) {
        RuleViolated.unless(
                !by.equals(buyer) && !by.equals(seller), ScreeningRule.A_PARTY_DOES_NOT_CLEAR_ITS_OWN_MONEY);
        RuleViolated.unless(state.status() == ScreeningStatus.HELD, ScreeningRule.ONLY_HELD_TRANSFERS_ARE_DECIDED);
    }

    private static ScreeningEvent screened(ScreenTransfer command, Assessment assessment) {
        return new TransferScreened(
                command.screeningId(),
                command.paymentId(),
                command.requestId(),
                command.transfer(),
                command.rules().version(),
                command.rules(),
                command.inputs(),
                assessment.verdict(),
                assessment.findings());
    }
}
