package io.amanat.contract.custody;

import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import java.util.Optional;
import java.util.UUID;

/**
 * Where steps wait that were refused: they are not lost, and nobody's steps wait behind them. A guard sends one again when the cause is gone.
 * Only what an aggregate refuses by a rule is parked; whatever fails otherwise, such as a database that is away, is tried again at once.
 */
public interface ParkedSteps {
    /** Joins the caller's transaction. Parked again it says by which rule it was refused last. */
    void park(CustodyStep step, RuleViolated refused);

    /** The step with this id, unless there is none or it was taken since. */
    Optional<CustodyStep> waiting(UUID id);

    /** Its command has succeeded; a guard had sent it. */
    void taken(UUID id, UserId by, PersonalText reason);

    /** Sends the step's command, and parks the step if it is refused. */
    default void sendOrPark(CommandSender sender, CustodyStep step, Origin origin) {
        try {
            sender.send(step.command(), origin);
        } catch (RuleViolated refused) {
            park(step, refused);
        }
    }
}
