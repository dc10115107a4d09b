package io.amanat.api.marketplace;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.OptionalReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.EditPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/purchase-requests")
class PurchaseRequestController {
    private final Commands commands;
    private final Trades trades;
    private final DetailsMapping mapping;
    private final Sealer sealer;

    PurchaseRequestController(Commands commands, Trades trades, DetailsMapping mapping, Sealer sealer) {
        this.commands = commands;
        this.trades = trades;
        this.mapping = mapping;
        this.sealer = sealer;
    }

    @PostMapping
    ResponseEntity<IdAnswer> create(@Valid @RequestBody DetailsBody body, CommandContext context) {
        PurchaseRequestId id = new PurchaseRequestId(context.newId("purchase-request"));
        commands.create(
                new CreatePurchaseRequest(id, context.userId(), mapping.details(context.userId(), body)),
                context.origin(id),
                context,
                MarketplaceRule.A_REQUEST_IS_CREATED_ONCE);
        return commands.created("/purchase-requests/" + id, id);
    }

    @PutMapping("/{requestId}")
    ResponseEntity<IdAnswer> edit(
            @PathVariable UUID requestId, @Valid @RequestBody DetailsBody body, CommandContext context) {
        PurchaseRequestId id = trades.known(new PurchaseRequestId(requestId));
        var details = mapping.details(context.userId(), body);
        commands.send(new EditPurchaseRequest(id, context.userId(), details), context.origin(id));
        return commands.accepted(id);
    }

    @PostMapping("/{requestId}/withdrawal")
    ResponseEntity<IdAnswer> withdraw(
            @PathVariable UUID requestId,
            @Valid @RequestBody(required = false) @Nullable OptionalReasonBody body,
            CommandContext context) {
        PurchaseRequestId id = trades.known(new PurchaseRequestId(requestId));
        var reason = sealer.sealOptional(context.userId(), body == null ? null : body.reason());
        commands.send(new WithdrawPurchaseRequest(id, context.userId(), reason), context.origin(id));
        return commands.accepted(id);
    }
}
