package io.amanat.api.escrow;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.CancelPayment;
import io.amanat.contract.escrow.PaymentCommand.FreezeEscrow;
import io.amanat.contract.escrow.PaymentCommand.UnfreezeEscrow;
import io.amanat.contract.escrow.PaymentId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/payments/{paymentId}")
class PaymentController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;

    PaymentController(Commands commands, Trades trades, Sealer sealer) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
    }

    @PostMapping("/cancellation")
    ResponseEntity<IdAnswer> cancel(@PathVariable UUID paymentId, CommandContext context) {
        return send(new CancelPayment(new PaymentId(paymentId), context.userId()), context);
    }

    @PostMapping("/freeze")
    ResponseEntity<IdAnswer> freeze(
            @PathVariable UUID paymentId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        var reason = sealer.seal(context.userId(), body.reason());
        return send(new FreezeEscrow(new PaymentId(paymentId), context.userId(), reason), context);
    }

    @PostMapping("/unfreeze")
    ResponseEntity<IdAnswer> unfreeze(
            @PathVariable UUID paymentId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        var reason = sealer.seal(context.userId(), body.reason());
        return send(new UnfreezeEscrow(new PaymentId(paymentId), context.userId(), reason), context);
    }

    private ResponseEntity<IdAnswer> send(PaymentCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.of(command.paymentId())));
        return commands.accepted(command.paymentId());
    }
}
