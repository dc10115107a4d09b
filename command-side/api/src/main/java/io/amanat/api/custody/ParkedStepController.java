package io.amanat.api.custody;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.contract.identity.PersonalText;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A guard sends again what an aggregate had refused. */
@RestController
@RequestMapping(AccessTable.BASE + "/parked-custody-steps/{stepId}")
class ParkedStepController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;
    private final ParkedSteps parked;

    ParkedStepController(Commands commands, Trades trades, Sealer sealer, ParkedSteps parked) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
        this.parked = parked;
    }

    /** Refused by the same rule, or another, while the cause is there; the step goes on waiting then. */
    @PostMapping("/retry")
    ResponseEntity<IdAnswer> retry(
            @PathVariable UUID stepId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        CustodyStep step = parked.waiting(stepId).orElseThrow(() -> new RuleViolated(CustodyRule.NO_SUCH_PARKED_STEP));
        Trades.Parties parties = trades.partiesOf(step.paymentId());
        RuleViolated.unless(!parties.has(context.userId()), CustodyRule.A_PARTY_DOES_NOT_GUARD_ITS_OWN_TRADE);
        PersonalText reason = sealer.seal(context.userId(), body.reason());
        try {
            commands.send(step.command(), context.origin(step.requestId()));
        } catch (RuleViolated refused) {
            parked.park(step, refused);
            throw refused;
        }
        parked.taken(stepId, context.userId(), reason);
        return commands.accepted(step.transferId());
    }
}
