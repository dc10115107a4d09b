package io.amanat.saga.escrow;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.Rule;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends the saga's commands, in the trade's name. */
final class TradeCommands {
    private final CommandSender sender;
    private final Origin origin;

    TradeCommands(CommandSender sender, PurchaseRequestId requestId) {
        this.sender = sender;
        this.origin = Origin.system("escrow-saga", requestId);
    }

    /** Returns when the command succeeded; any refusal fails the step. */
    void send(Command command) {
        sender.send(command, origin);
    }

    /** Returns when the step's command succeeded, or the step was parked because a rule refused it. */
    void sendOrPark(CustodyStep step, ParkedSteps parked) {
        parked.sendOrPark(sender, step, origin);
    }

    /** Whether the command succeeded; {@code false} when it was refused for one of {@code expected}. Any other refusal fails the step. */
    boolean sendUnless(Command command, Rule... expected) {
        return refusalOf(command, expected) == null;
    }

    /** For which of {@code expected} the command was refused, if it was. Any other refusal fails the step. */
    @Nullable
    Rule refusalOf(Command command, Rule... expected) {
        try {
            send(command);
            return null;
        } catch (RuleViolated refused) {
            if (List.of(expected).contains(refused.rule())) {
                return refused.rule();
            }
            throw refused;
        }
    }
}
