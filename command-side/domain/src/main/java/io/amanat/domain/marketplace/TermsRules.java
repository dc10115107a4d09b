package io.amanat.domain.marketplace;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.OfferTerms;
import java.time.Instant;

/** What every offer's terms obey. */
final class TermsRules {
    static final int DELIVERY_DAYS_MAX = 365;

    private TermsRules() {}

    static void check(OfferTerms terms, Instant now) {
        unless(terms.price().positive(), MarketplaceRule.A_PRICE_IS_POSITIVE);
        unless(
                terms.deliveryDays() >= 0 && terms.deliveryDays() <= DELIVERY_DAYS_MAX,
                MarketplaceRule.AN_OFFER_STATES_A_SANE_DELIVERY_TIME);
        unless(valid(terms, now), MarketplaceRule.VALIDITY_ENDS_IN_THE_FUTURE);
        unless(!terms.payoutAddress().zero(), MarketplaceRule.PAYOUT_GOES_TO_A_REAL_ADDRESS);
    }

    /** The instant at which validity ends is already outside. */
    static boolean valid(OfferTerms terms, Instant now) {
        return terms.validUntil() == null || now.isBefore(terms.validUntil());
    }
}
