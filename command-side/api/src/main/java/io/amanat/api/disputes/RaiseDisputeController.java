package io.amanat.api.disputes;

import io.amanat.api.trade.Trades;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.WireEnum;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A dispute is raised at the escrow, which freezes at that moment; the escrow saga then opens it. */
@RestController
class RaiseDisputeController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;

    RaiseDisputeController(Commands commands, Trades trades, Sealer sealer) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
    }

    @PostMapping(AccessTable.BASE + "/payments/{paymentId}/disputes")
    ResponseEntity<IdAnswer> raise(
            @PathVariable UUID paymentId, @Valid @RequestBody RaiseDisputeBody body, CommandContext context) {
        PaymentId payment = new PaymentId(paymentId);
        DisputeId dispute = new DisputeId(context.newId("dispute"));
        commands.send(
                new RaiseDispute(
                        payment,
                        dispute,
                        context.userId(),
                        WireEnum.parse(DisputeCategory.class, body.category()),
                        sealer.seal(context.userId(), body.reason())),
                context.origin(trades.of(payment)));
        return commands.created("/disputes/" + dispute, dispute);
    }
}
