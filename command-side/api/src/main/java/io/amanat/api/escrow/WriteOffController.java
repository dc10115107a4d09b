package io.amanat.api.escrow;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ApproveWriteOff;
import io.amanat.contract.escrow.PaymentCommand.ProposeWriteOff;
import io.amanat.contract.escrow.PaymentCommand.RejectWriteOff;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.WriteOffId;
import io.amanat.contract.money.AddressChecksum;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that the chain took back for good: an admin proposes that the platform bears it, a guard decides. */
@RestController
@RequestMapping(AccessTable.BASE + "/payments/{paymentId}/write-offs")
class WriteOffController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;
    private final AddressChecksum checksum;

    WriteOffController(Commands commands, Trades trades, Sealer sealer, AddressChecksum checksum) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
        this.checksum = checksum;
    }

    /** Answers the proposal's id, which the decision names. */
    @PostMapping
    ResponseEntity<IdAnswer> propose(
            @PathVariable UUID paymentId, @Valid @RequestBody WriteOffBody body, CommandContext context) {
        WriteOffId id = new WriteOffId(context.newId("write-off"));
        send(
                new ProposeWriteOff(
                        new PaymentId(paymentId),
                        id,
                        body.amount(),
                        checksum.parse(body.contract()),
                        sealer.seal(context.userId(), body.reason()),
                        context.userId()),
                context);
        return commands.accepted(id);
    }

    @PostMapping("/{writeOffId}/approval")
    ResponseEntity<IdAnswer> approve(
            @PathVariable UUID paymentId,
            @PathVariable UUID writeOffId,
            @Valid @RequestBody ReasonBody body,
            CommandContext context) {
        WriteOffId id = new WriteOffId(writeOffId);
        var reason = sealer.seal(context.userId(), body.reason());
        send(new ApproveWriteOff(new PaymentId(paymentId), id, context.userId(), reason), context);
        return commands.accepted(id);
    }

    @PostMapping("/{writeOffId}/rejection")
    ResponseEntity<IdAnswer> reject(
            @PathVariable UUID paymentId,
            @PathVariable UUID writeOffId,
            @Valid @RequestBody ReasonBody body,
            CommandContext context) {
        WriteOffId id = new WriteOffId(writeOffId);
        var reason = sealer.seal(context.userId(), body.reason());
        send(new RejectWriteOff(new PaymentId(paymentId), id, context.userId(), reason), context);
        return commands.accepted(id);
    }

    private void send(PaymentCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.of(command.paymentId())));
    }
}
