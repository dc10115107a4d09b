package io.amanat.api.marketplace;

import io.amanat.api.escrow.AssetChoice;
import io.amanat.api.trade.PriceQuotes;
import io.amanat.api.trade.Trades;
import io.amanat.api.validation.OptionalReasonBody;
import io.amanat.api.validation.PayoutAddresses;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.OfferedProviders;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderRule;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestCommand;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.OpenNegotiation;
import io.amanat.contract.marketplace.PurchaseRequestCommand.RejectOffer;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the buyer does with an offer. */
@RestController
@RequestMapping(AccessTable.BASE + "/purchase-requests/{requestId}/offers/{offerId}")
class OfferDecisionController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;
    private final AssetChoice assets;
    private final PayoutAddresses addresses;
    private final PriceQuotes quotes;
    private final OfferedProviders providers;

    OfferDecisionController(
            Commands commands,
            Trades trades,
            Sealer sealer,
            AssetChoice assets,
            PayoutAddresses addresses,
            PriceQuotes quotes,
            OfferedProviders providers) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
        this.assets = assets;
        this.addresses = addresses;
        this.quotes = quotes;
        this.providers = providers;
    }

    /** The payment that the acceptance opens. */
    record PaymentAnswer(UUID paymentId) {}

    @PostMapping("/negotiation")
    ResponseEntity<IdAnswer> negotiate(
            @PathVariable UUID requestId, @PathVariable UUID offerId, CommandContext context) {
        OfferId offer = new OfferId(offerId);
        send(new OpenNegotiation(new PurchaseRequestId(requestId), offer, context.userId()), context);
        return commands.accepted(offer);
    }

    @PostMapping("/rejection")
    ResponseEntity<IdAnswer> reject(
            @PathVariable UUID requestId,
            @PathVariable UUID offerId,
            @Valid @RequestBody(required = false) @Nullable OptionalReasonBody body,
            CommandContext context) {
        OfferId offer = new OfferId(offerId);
        var reason = sealer.sealOptional(context.userId(), body == null ? null : body.reason());
        send(new RejectOffer(new PurchaseRequestId(requestId), offer, context.userId(), reason), context);
        return commands.accepted(offer);
    }

    @PostMapping("/acceptance")
    ResponseEntity<PaymentAnswer> accept(
            @PathVariable UUID requestId,
            @PathVariable UUID offerId,
            @Valid @RequestBody AcceptanceBody body,
            CommandContext context) {
        PaymentProvider provider = body.chosen();
        RuleViolated.unless(providers.all().contains(provider), ProviderRule.PROVIDERS_ARE_OFFERED);
        PaymentId payment = new PaymentId(context.newId("payment"));
        PurchaseRequestId request = new PurchaseRequestId(requestId);
        OfferId offer = new OfferId(offerId);
        Asset asset = assets.of(body.asset());
        send(
                new AcceptOffer(
                        request,
                        offer,
                        context.userId(),
                        payment,
                        provider,
                        asset,
                        addresses.confirmed(body.refundAddress(), context.userId(), context.originUnversioned()),
                        quotes.forOffer(request, offer, asset, context.userId())),
                context);
        return commands.accepted(new PaymentAnswer(payment.value()));
    }

    private void send(PurchaseRequestCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.known(command.requestId())));
    }
}
