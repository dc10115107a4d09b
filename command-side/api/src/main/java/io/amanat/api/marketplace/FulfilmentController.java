package io.amanat.api.marketplace;

import io.amanat.api.trade.Trades;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestCommand;
import io.amanat.contract.marketplace.PurchaseRequestCommand.HandOver;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ShipGoods;
import io.amanat.contract.marketplace.PurchaseRequestCommand.StartWork;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.Shipment;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the seller does after the money is held. */
@RestController
@RequestMapping(AccessTable.BASE + "/purchase-requests/{requestId}")
class FulfilmentController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;

    FulfilmentController(Commands commands, Trades trades, Sealer sealer) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
    }

    @PostMapping("/work-start")
    ResponseEntity<IdAnswer> startWork(@PathVariable UUID requestId, CommandContext context) {
        return send(new StartWork(new PurchaseRequestId(requestId), context.userId()), context);
    }

    @PostMapping("/shipment")
    ResponseEntity<IdAnswer> ship(
            @PathVariable UUID requestId, @Valid @RequestBody ShipmentBody body, CommandContext context) {
        UserId seller = context.userId();
        Shipment shipment = new Shipment(
                sealer.sealOptional(seller, body.carrier()),
                sealer.sealOptional(seller, body.trackingNumber()),
                sealer.sealOptional(seller, body.notes()));
        return send(new ShipGoods(new PurchaseRequestId(requestId), seller, shipment), context);
    }

    @PostMapping("/hand-over")
    ResponseEntity<IdAnswer> handOver(@PathVariable UUID requestId, CommandContext context) {
        return send(new HandOver(new PurchaseRequestId(requestId), context.userId()), context);
    }

    private ResponseEntity<IdAnswer> send(PurchaseRequestCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.known(command.requestId())));
        return commands.accepted(command.requestId());
    }
}
