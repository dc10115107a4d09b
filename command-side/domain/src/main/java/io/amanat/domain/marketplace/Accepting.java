package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.quote.Quote;
import io.amanat.contract.escrow.quote.QuoteRule;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferQuoted;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The buyer accepts one offer; every other live offer is rejected in the same breath. */
final class Accepting {
    private Accepting() {}

    static List<PurchaseRequestEvent> accept(RequestState request, AcceptOffer command, Instant now) {
        Asked.byBuyer(request, command.by());
        Offer offer = Asked.forOffer(request, command.offerId());
        if (request.agreement() != null) {
            unless(request.agreement().sameAs(command), MarketplaceRule.ONE_OFFER_IS_ACCEPTED);
            return List.of();
        }
        Asked.changeable(request, offer);
        unless(TermsRules.valid(offer.terms(), now), MarketplaceRule.ONLY_VALID_OFFERS_ARE_ACCEPTED);
        AssetAmount due = due(offer.terms().price(), command, now);
        payable(command.refundAddress(), command.asset());
        payable(offer.terms().payoutAddress(), command.asset());

        List<PurchaseRequestEvent> events = new ArrayList<>();
        events.add(accepted(request, command, offer, due));
        if (command.quote() != null) {
            events.add(new OfferQuoted(command.requestId(), offer.id(), command.paymentId(), command.quote()));
        }
        for (Offer other : request.offers().live()) {
            if (!other.id().equals(offer.id())) {
                events.add(new OfferRejected(
                        command.requestId(),
                        other.id(),
                        RejectionCause.ANOTHER_ACCEPTED,
                        null,
                        PurchaseRequestStatus.PAYMENT_PENDING));
            }
        }
        return events;
    }

    private static OfferAccepted accepted(RequestState request, AcceptOffer command, Offer offer, AssetAmount due) {
        return new OfferAccepted(
                command.requestId(),
                offer.id(),
                command.paymentId(),
                request.buyerId(),
                offer.sellerId(),
                offer.terms().price(),
                command.provider(),
                due,
                command.refundAddress(),
                offer.terms().payoutAddress());
    }

    private static AssetAmount due(Money price, AcceptOffer command, Instant now) {
        Quote quote = command.quote();
        if (quote == null) {
            return exactly(price, command.asset());
        }
        unless(command.asset().currency().stablecoin(), MarketplaceRule.A_PRICE_IS_PAID_IN_ITS_OWN_CURRENCY);
        unless(
                quote.price().equals(price)
                        && quote.settleAmount().asset().equals(command.asset())
                        && !quote.expired(now)
                        && quote.addsUp(),
                QuoteRule.A_QUOTE_FITS_ITS_PRICE);
        return quote.settleAmount();
    }

    private static AssetAmount exactly(Money price, Asset asset) {
        unless(
                price.currency().stablecoin() && asset.currency() == price.currency(),
                MarketplaceRule.A_PRICE_IS_PAID_IN_ITS_OWN_CURRENCY);
        try {
            return asset.exactly(price);
        } catch (IllegalArgumentException tooCoarse) {
            throw new RuleViolated(
                    MarketplaceRule.A_PRICE_IS_PAID_IN_ITS_OWN_CURRENCY,
                    "The token has too few decimals for a price of " + price + ".");
        }
    }

    private static void payable(EvmAddress address, Asset asset) {
        unless(!address.zero() && !address.equals(asset.contract()), MarketplaceRule.PAYOUT_GOES_TO_A_REAL_ADDRESS);
    }
}
