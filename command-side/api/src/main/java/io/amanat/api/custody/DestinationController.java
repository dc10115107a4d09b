package io.amanat.api.custody;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.custody.DestinationCommand.QuarantineDestination;
import io.amanat.contract.custody.DestinationId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DestinationController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;

    DestinationController(Commands commands, Trades trades, Sealer sealer) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
    }

    @PostMapping(AccessTable.BASE + "/destinations/{destinationId}/quarantine")
    ResponseEntity<IdAnswer> quarantine(
            @PathVariable UUID destinationId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        DestinationId id = new DestinationId(destinationId);
        var reason = sealer.seal(context.userId(), body.reason());
        commands.send(new QuarantineDestination(id, context.userId(), reason), context.origin(trades.of(id)));
        return commands.accepted(id);
    }
}
