package io.amanat.api.escrow;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.OffChainId;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApproveOffChain;
import io.amanat.contract.escrow.PaymentCommand.ConfirmOffChain;
import io.amanat.contract.escrow.PaymentCommand.RejectOffChain;
import io.amanat.contract.escrow.PaymentId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that came outside of the chain: an admin confirms it with evidence, a guard decides. */
@RestController
@RequestMapping(AccessTable.BASE + "/payments/{paymentId}/off-chain-confirmations")
class OffChainController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;

    OffChainController(Commands commands, Trades trades, Sealer sealer) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
    }

    /** Answers the confirmation's id, which the decision names. */
    @PostMapping
    ResponseEntity<IdAnswer> confirm(
            @PathVariable UUID paymentId, @Valid @RequestBody OffChainBody body, CommandContext context) {
        OffChainId id = new OffChainId(context.newId("off-chain"));
        send(
                new ConfirmOffChain(
                        new PaymentId(paymentId),
                        id,
                        body.amount(),
                        sealer.seal(context.userId(), body.evidence()),
                        context.userId()),
                context);
        return commands.accepted(id);
    }

    @PostMapping("/{offChainId}/approval")
    ResponseEntity<IdAnswer> approve(
            @PathVariable UUID paymentId,
            @PathVariable UUID offChainId,
            @Valid @RequestBody ReasonBody body,
            CommandContext context) {
        OffChainId id = new OffChainId(offChainId);
        var reason = sealer.seal(context.userId(), body.reason());
        send(new ApproveOffChain(new PaymentId(paymentId), id, context.userId(), reason), context);
        return commands.accepted(id);
    }

    @PostMapping("/{offChainId}/rejection")
    ResponseEntity<IdAnswer> reject(
            @PathVariable UUID paymentId,
            @PathVariable UUID offChainId,
            @Valid @RequestBody ReasonBody body,
            CommandContext context) {
        OffChainId id = new OffChainId(offChainId);
        var reason = sealer.seal(context.userId(), body.reason());
        send(new RejectOffChain(new PaymentId(paymentId), id, context.userId(), reason), context);
        return commands.accepted(id);
    }

    private void send(PaymentCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.of(command.paymentId())));
    }
}
