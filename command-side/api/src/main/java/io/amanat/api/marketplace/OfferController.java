package io.amanat.api.marketplace;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.PayoutAddresses;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MakeOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawOffer;
import io.amanat.contract.marketplace.PurchaseRequestId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a seller does with an offer. */
@RestController
@RequestMapping(AccessTable.BASE + "/purchase-requests/{requestId}/offers")
class OfferController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;
    private final PayoutAddresses addresses;

    OfferController(Commands commands, Trades trades, Sealer sealer, PayoutAddresses addresses) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
        this.addresses = addresses;
    }

    @PostMapping
    ResponseEntity<IdAnswer> make(
            @PathVariable UUID requestId, @Valid @RequestBody OfferBody body, CommandContext context) {
        PurchaseRequestId request = trades.known(new PurchaseRequestId(requestId));
        OfferId offer = new OfferId(context.newId("offer"));
        commands.create(
                new MakeOffer(request, offer, context.userId(), terms(context, body)),
                context.origin(request),
                context,
                MarketplaceRule.AN_OFFER_ID_IS_USED_ONCE);
        return commands.created("/purchase-requests/" + request + "/offers/" + offer, offer);
    }

    @PutMapping("/{offerId}")
    ResponseEntity<IdAnswer> revise(
            @PathVariable UUID requestId,
            @PathVariable UUID offerId,
            @Valid @RequestBody OfferBody body,
            CommandContext context) {
        PurchaseRequestId request = trades.known(new PurchaseRequestId(requestId));
        OfferId offer = new OfferId(offerId);
        commands.send(new ReviseOffer(request, offer, context.userId(), terms(context, body)), context.origin(request));
        return commands.accepted(offer);
    }

    @PostMapping("/{offerId}/withdrawal")
    ResponseEntity<IdAnswer> withdraw(
            @PathVariable UUID requestId, @PathVariable UUID offerId, CommandContext context) {
        PurchaseRequestId request = trades.known(new PurchaseRequestId(requestId));
        OfferId offer = new OfferId(offerId);
        commands.send(new WithdrawOffer(request, offer, context.userId()), context.origin(request));
        return commands.accepted(offer);
    }

    private OfferTerms terms(CommandContext context, OfferBody body) {
        return new OfferTerms(
                body.price().toMoney(),
                body.deliveryDays(),
                sealer.sealOptional(context.userId(), body.message()),
                addresses.confirmed(body.payoutAddress(), context.userId(), context.originUnversioned()),
                body.validUntil());
    }
}
