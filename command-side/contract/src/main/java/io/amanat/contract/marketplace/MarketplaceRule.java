package io.amanat.contract.marketplace;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a command about a request, an offer or a delivery is refused. */
public enum MarketplaceRule implements Rule {
    NO_SUCH_REQUEST(RuleKind.NOT_FOUND, "There is no such purchase request."),
    NO_SUCH_OFFER(RuleKind.NOT_FOUND, "There is no such offer on this purchase request."),
    A_REQUEST_IS_CREATED_ONCE(RuleKind.CONFLICT, "This purchase request exists already, with other details."),
    ONLY_THE_BUYER_DECIDES(RuleKind.FORBIDDEN, "Only the buyer of this purchase request may do this."),
    ONLY_THE_OFFERING_SELLER_DECIDES(RuleKind.FORBIDDEN, "Only the seller who made this offer may do this."),
    ONLY_THE_ACCEPTED_SELLER_DELIVERS(RuleKind.FORBIDDEN, "Only the seller whose offer was accepted may do this."),
    NOBODY_OFFERS_ON_THEIR_OWN_REQUEST(RuleKind.FORBIDDEN, "Nobody offers on their own purchase request."),
    ONLY_PREFERRED_SELLERS_OFFER(RuleKind.FORBIDDEN, "This buyer takes offers from preferred sellers only."),
    ONLY_OPEN_REQUESTS_CHANGE(
            RuleKind.CONFLICT, "A purchase request can be edited or withdrawn only until an offer is accepted."),
    ONLY_OPEN_REQUESTS_TAKE_OFFERS(RuleKind.CONFLICT, "Offers are made and changed only until one is accepted."),
    ONE_LIVE_OFFER_PER_SELLER(
            RuleKind.CONFLICT, "A seller has one live offer per purchase request; revise it instead."),
    AN_OFFER_ID_IS_USED_ONCE(RuleKind.CONFLICT, "This offer id is taken by another offer."),
    ONLY_LIVE_OFFERS_CHANGE(RuleKind.CONFLICT, "This offer is no longer open."),
    ONLY_VALID_OFFERS_ARE_ACCEPTED(RuleKind.CONFLICT, "This offer's validity has passed."),
    ONE_OFFER_IS_ACCEPTED(RuleKind.CONFLICT, "An offer on this purchase request was accepted already."),
    OFFERS_STAY_WITHIN_LIMITS(RuleKind.UNPROCESSABLE, "A purchase request takes a limited number of offers."),
    A_PRICE_IS_POSITIVE(RuleKind.UNPROCESSABLE, "A price is more than zero."),
    A_BUDGET_IS_A_RANGE(
            RuleKind.UNPROCESSABLE, "A budget has a positive maximum, a minimum not above it, and one currency."),
    A_SPECIFICATION_KEY_IS_UNIQUE(
            RuleKind.UNPROCESSABLE, "Specifications have distinct keys, and there are at most 50."),
    PREFERRED_SELLERS_STAY_WITHIN_LIMITS(
            RuleKind.UNPROCESSABLE, "A buyer prefers at most 50 sellers, each named once, and never themselves."),
    A_QUANTITY_IS_POSITIVE(RuleKind.UNPROCESSABLE, "A quantity is at least 1."),
    A_SERVICE_DESCRIBES_ITSELF(
            RuleKind.UNPROCESSABLE, "Service information goes with a service, and only with a service."),
    DELIVERY_NEEDS_AN_ADDRESS(
            RuleKind.UNPROCESSABLE, "Shipping and on-site delivery need an address; other methods have none."),
    A_PRICE_IS_PAID_IN_ITS_OWN_CURRENCY(
            RuleKind.UNPROCESSABLE, "An offer is paid in a stablecoin of its own currency."),
    AN_OFFER_STATES_A_SANE_DELIVERY_TIME(RuleKind.UNPROCESSABLE, "An offer's delivery time is 0 to 365 days."),
    VALIDITY_ENDS_IN_THE_FUTURE(RuleKind.UNPROCESSABLE, "An offer's validity ends in the future."),
    PAYOUT_GOES_TO_A_REAL_ADDRESS(
            RuleKind.UNPROCESSABLE, "Money goes neither to the zero address nor to the token itself."),
    ONLY_AWAITED_PAYMENTS_ARE_CONFIRMED(RuleKind.CONFLICT, "This purchase request does not await this payment."),
    WORK_STARTS_AFTER_PAYMENT(RuleKind.CONFLICT, "Work starts when the payment is held, not before and only once."),
    GOODS_SHIP_DURING_WORK(RuleKind.CONFLICT, "Goods ship while the work is in progress."),
    HAND_OVER_FOLLOWS_WORK(RuleKind.CONFLICT, "Hand-over follows the work or the shipment."),
    CODES_ARE_ISSUED_FOR_HANDED_OVER_GOODS(
            RuleKind.CONFLICT, "A delivery code is issued once the seller has shipped or handed over."),
    DELIVERY_CODES_STAY_WITHIN_LIMITS(RuleKind.CONFLICT, "A delivery code is issued at most five times."),
    ONLY_DELIVERED_GOODS_ARE_CONFIRMED(RuleKind.CONFLICT, "Delivery is confirmed after the hand-over."),
    A_CODE_IS_ISSUED_FIRST(RuleKind.CONFLICT, "No delivery code has been issued."),
    DELIVERY_CODE_WRONG(RuleKind.UNPROCESSABLE, "The delivery code is wrong."),
    DELIVERY_CODE_LOCKED(
            RuleKind.CONFLICT,
            "The delivery code is locked after five wrong tries; the inspection window or a dispute decides."),
    ONLY_DELIVERED_REQUESTS_LAPSE(RuleKind.CONFLICT, "The inspection window is about a delivered request."),
    ONLY_PAID_REQUESTS_ARE_DISPUTED(
            RuleKind.CONFLICT, "A purchase request is disputed between payment and settlement."),
    ONLY_DISPUTED_REQUESTS_ARE_RULED_ON(RuleKind.CONFLICT, "This purchase request is not under this dispute."),
    ONLY_SETTLED_REQUESTS_END(
            RuleKind.CONFLICT, "This purchase request is not in a state in which it can end this way.");

    private final RuleKind kind;
    private final String sentence;

    MarketplaceRule(RuleKind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public RuleKind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
