package io.amanat.api.custody;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.custody.screening.ScreeningCommand;
import io.amanat.contract.custody.screening.ScreeningCommand.ClearTransfer;
import io.amanat.contract.custody.screening.ScreeningCommand.RejectTransfer;
import io.amanat.contract.custody.screening.ScreeningId;
import io.amanat.contract.identity.PersonalText;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A guard decides about a transfer that the safety check holds. The watcher carries it out a few seconds later. */
@RestController
@RequestMapping(AccessTable.BASE + "/transfer-screenings/{screeningId}")
class ScreeningController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;

    ScreeningController(Commands commands, Trades trades, Sealer sealer) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
    }

    @PostMapping("/clearance")
    ResponseEntity<IdAnswer> clear(
            @PathVariable UUID screeningId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        ScreeningId id = new ScreeningId(screeningId);
        Trades.Parties parties = trades.partiesOf(id);
        return send(
                new ClearTransfer(id, parties.buyer(), parties.seller(), context.userId(), reason(body, context)),
                context);
    }

    @PostMapping("/rejection")
    ResponseEntity<IdAnswer> reject(
            @PathVariable UUID screeningId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        ScreeningId id = new ScreeningId(screeningId);
        Trades.Parties parties = trades.partiesOf(id);
        return send(
                new RejectTransfer(id, parties.buyer(), parties.seller(), context.userId(), reason(body, context)),
                context);
    }

    private PersonalText reason(ReasonBody body, CommandContext context) {
        return sealer.seal(context.userId(), body.reason());
    }

    private ResponseEntity<IdAnswer> send(ScreeningCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.of(command.screeningId())));
        return commands.accepted(command.screeningId());
    }
}
