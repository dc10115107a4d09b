package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.OfferId;

/** Who asks, and for which offer: the checks that come before all others. */
final class Asked {
    private Asked() {}

    static void byBuyer(RequestState request, UserId by) {
        unless(request.buyerId().equals(by), MarketplaceRule.ONLY_THE_BUYER_DECIDES);
    }

    static void byAcceptedSeller(RequestState request, UserId by) {
        Agreement agreement = request.agreement();
        unless(agreement != null && agreement.sellerId().equals(by), MarketplaceRule.ONLY_THE_ACCEPTED_SELLER_DELIVERS);
    }

    static Offer forOffer(RequestState request, OfferId id) {
        return request.offers().find(id).orElseThrow(() -> new RuleViolated(MarketplaceRule.NO_SUCH_OFFER));
    }

    static Offer bySeller(RequestState request, OfferId id, UserId by) {
        Offer offer = forOffer(request, id);
        unless(offer.sellerId().equals(by), MarketplaceRule.ONLY_THE_OFFERING_SELLER_DECIDES);
        return offer;
    }

    static void changeable(RequestState request, Offer offer) {
        unless(request.open(), MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
        unless(offer.live(), MarketplaceRule.ONLY_LIVE_OFFERS_CHANGE);
    }
}
