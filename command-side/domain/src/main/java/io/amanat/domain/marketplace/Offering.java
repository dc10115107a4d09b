package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MakeOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawOffer;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sellers offer, improve and take back. */
final class Offering {
    private Offering() {}

    static List<PurchaseRequestEvent> make(RequestState request, MakeOffer command, Instant now) {
        Optional<Offer> known = request.offers().find(command.offerId());
        if (known.isPresent()) {
            unless(
                    known.get().sellerId().equals(command.sellerId())
                            && SealedText.alike(known.get().asMade(), command.terms()),
                    MarketplaceRule.AN_OFFER_ID_IS_USED_ONCE);
            return List.of();
        }
        mayOffer(request, command);
        unless(request.open(), MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
        unless(!request.offers().hasLiveOfferOf(command.sellerId()), MarketplaceRule.ONE_LIVE_OFFER_PER_SELLER);
        unless(!request.offers().full(), MarketplaceRule.OFFERS_STAY_WITHIN_LIMITS);
        TermsRules.check(command.terms(), now);
        return List.of(new OfferMade(command.requestId(), command.offerId(), command.sellerId(), command.terms()));
    }

    static List<PurchaseRequestEvent> revise(RequestState request, ReviseOffer command, Instant now) {
        Offer offer = Asked.bySeller(request, command.offerId(), command.by());
        if (offer.terms().equals(command.terms())) {
            return List.of();
        }
        Asked.changeable(request, offer);
        TermsRules.check(command.terms(), now);
        return List.of(new OfferRevised(command.requestId(), command.offerId(), command.terms()));
    }

    static List<PurchaseRequestEvent> withdraw(RequestState request, WithdrawOffer command) {
        Offer offer = Asked.bySeller(request, command.offerId(), command.by());
        if (offer.status() == OfferStatus.WITHDRAWN) {
            return List.of();
        }
        Asked.changeable(request, offer);
        return List.of(new OfferWithdrawn(
                command.requestId(), command.offerId(), request.offers().openStatusWithout(offer.id())));
    }

    private static void mayOffer(RequestState request, MakeOffer command) {
        unless(!request.buyerId().equals(command.sellerId()), MarketplaceRule.NOBODY_OFFERS_ON_THEIR_OWN_REQUEST);
        var preferred = request.details().preferredSellers();
        unless(
                preferred.isEmpty() || preferred.contains(command.sellerId()),
                MarketplaceRule.ONLY_PREFERRED_SELLERS_OFFER);
    }
}
