package io.amanat.domain.marketplace;

import static io.amanat.domain.AggregateScenario.NOW;
import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.*;
import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.OpenNegotiation;
import io.amanat.contract.marketplace.PurchaseRequestCommand.RejectOffer;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import org.junit.jupiter.api.Test;

class ChoosingTest {
    private static final OpenNegotiation NEGOTIATE = new OpenNegotiation(REQUEST, OFFER, BUYER);
    private static final RejectOffer REJECT = new RejectOffer(REQUEST, OFFER, BUYER, text(BUYER, "why"));
    private static final NegotiationOpened OPENED = new NegotiationOpened(REQUEST, OFFER);
    private static final OfferRejected REJECTED = new OfferRejected(
            REQUEST, OFFER, RejectionCause.BY_BUYER, text(BUYER, "why"), PurchaseRequestStatus.PENDING);

    @Test
    void givenOffer_whenBuyerNegotiates_thenOpened() {
        given(offered()).then(NEGOTIATE, OPENED);
        given(plus(offered(), OPENED)).repeats(NEGOTIATE);
    }

    @Test
    void givenOffer_whenNegotiatedByAnotherOrTooLate_thenRefused() {
        given(offered()).refuses(new OpenNegotiation(REQUEST, OFFER, SELLER), MarketplaceRule.ONLY_THE_BUYER_DECIDES);
        given(created()).refuses(NEGOTIATE, MarketplaceRule.NO_SUCH_OFFER);
        given(accepted()).refuses(NEGOTIATE, MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
        given(plus(offered(), new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.PENDING)))
                .refuses(NEGOTIATE, MarketplaceRule.ONLY_LIVE_OFFERS_CHANGE);
    }

    @Test
    void givenOffer_whenRejected_thenRejected() {
        given(offered()).then(REJECT, REJECTED);
        given(plus(offered(), OPENED)).then(REJECT, REJECTED);
        given(plus(offered(), REJECTED)).repeats(REJECT);
        given(plus(
                        twiceOffered(),
                        new OfferRejected(
                                REQUEST,
                                OTHER_OFFER,
                                RejectionCause.BY_BUYER,
                                null,
                                PurchaseRequestStatus.RECEIVED_OFFERS)))
                .repeats(new RejectOffer(REQUEST, OTHER_OFFER, BUYER, null));
    }

    @Test
    void givenTwoOffers_whenOneIsRejected_thenTheOtherSaysWhereTheRequestStands() {
        var received = new OfferRejected(
                REQUEST, OFFER, RejectionCause.BY_BUYER, text(BUYER, "why"), PurchaseRequestStatus.RECEIVED_OFFERS);
        var negotiating = new OfferRejected(
                REQUEST, OFFER, RejectionCause.BY_BUYER, text(BUYER, "why"), PurchaseRequestStatus.IN_NEGOTIATION);
        given(twiceOffered()).then(REJECT, received);
        given(plus(twiceOffered(), OPENED)).then(REJECT, received);
        given(plus(twiceOffered(), new NegotiationOpened(REQUEST, OTHER_OFFER))).then(REJECT, negotiating);
    }

    @Test
    void givenOffer_whenRejectedByAnotherOrTooLate_thenRefused() {
        given(offered())
                .refuses(new RejectOffer(REQUEST, OFFER, STRANGER, null), MarketplaceRule.ONLY_THE_BUYER_DECIDES);
        given(created()).refuses(REJECT, MarketplaceRule.NO_SUCH_OFFER);
        given(accepted()).refuses(REJECT, MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
        given(plus(offered(), new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.PENDING)))
                .refuses(REJECT, MarketplaceRule.ONLY_LIVE_OFFERS_CHANGE);
    }

    @Test
    void givenOffers_whenOneIsAccepted_thenTheOtherLiveOnesAreRejected() {
        var another = new OfferRejected(
                REQUEST, OTHER_OFFER, RejectionCause.ANOTHER_ACCEPTED, null, PurchaseRequestStatus.PAYMENT_PENDING);
        given(offered()).then(accept(), offerAccepted());
        given(twiceOffered()).then(accept(), offerAccepted(), another);
        given(plus(twiceOffered(), OPENED)).then(accept(), offerAccepted(), another);
        given(plus(twiceOffered(), new OfferWithdrawn(REQUEST, OTHER_OFFER, PurchaseRequestStatus.RECEIVED_OFFERS)))
                .then(accept(), offerAccepted());
    }

    @Test
    void givenAcceptedOffer_whenAcceptedAgain_thenNothing() {
        given(accepted()).repeats(accept());
        given(completed()).repeats(accept());
    }

    @Test
    void givenAcceptedOffer_whenAcceptedOtherwise_thenRefused() {
        given(accepted())
                .refuses(
                        new AcceptOffer(
                                REQUEST, OFFER, BUYER, OTHER_PAYMENT, PaymentProvider.AMN_SCANNER, USDT, REFUND_TO),
                        MarketplaceRule.ONE_OFFER_IS_ACCEPTED);
        given(plus(twiceOffered(), offerAccepted()))
                .refuses(
                        new AcceptOffer(
                                REQUEST, OTHER_OFFER, BUYER, PAYMENT, PaymentProvider.AMN_SCANNER, USDT, REFUND_TO),
                        MarketplaceRule.ONE_OFFER_IS_ACCEPTED);
        given(accepted()).refuses(acceptAs(BUYER, USDT, PAY_TO), MarketplaceRule.ONE_OFFER_IS_ACCEPTED);
        given(accepted())
                .refuses(
                        acceptAs(BUYER, new Asset(1, TOKEN, Currency.USDT, 6), REFUND_TO),
                        MarketplaceRule.ONE_OFFER_IS_ACCEPTED);
    }

    @Test
    void givenOffer_whenAcceptedByAnotherOrNoLongerLive_thenRefused() {
        given(offered()).refuses(acceptAs(SELLER, USDT, REFUND_TO), MarketplaceRule.ONLY_THE_BUYER_DECIDES);
        given(created()).refuses(accept(), MarketplaceRule.NO_SUCH_OFFER);
        given(plus(twiceOffered(), new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.RECEIVED_OFFERS)))
                .refuses(accept(), MarketplaceRule.ONLY_LIVE_OFFERS_CHANGE);
        given(SettlingTest.withdrawn()).refuses(accept(), MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
    }

    @Test
    void givenOfferWhoseValidityEndsNow_whenAccepted_thenRefused() {
        var terms = new OfferTerms(usdt("125.50"), 3, null, PAY_TO, NOW);
        given(plus(created(), new OfferMade(REQUEST, OFFER, SELLER, terms)))
                .refuses(accept(), MarketplaceRule.ONLY_VALID_OFFERS_ARE_ACCEPTED);
        var oneMoreMoment = new OfferTerms(usdt("125.50"), 3, null, PAY_TO, NOW.plusNanos(1));
        given(plus(created(), new OfferMade(REQUEST, OFFER, SELLER, oneMoreMoment)))
                .then(accept(), offerAccepted());
    }

    @Test
    void givenOffer_whenPaidInAnotherCurrencyOrTooCoarseAToken_thenRefused() {
        var rule = MarketplaceRule.A_PRICE_IS_PAID_IN_ITS_OWN_CURRENCY;
        given(offered()).refuses(acceptAs(BUYER, new Asset(31337, TOKEN, Currency.USDC, 6), REFUND_TO), rule);
        given(offered()).refuses(acceptAs(BUYER, new Asset(31337, TOKEN, Currency.USDT, 0), REFUND_TO), rule);
        var dollars = new OfferTerms(Money.of("10", Currency.USD), 3, null, PAY_TO, null);
        given(plus(created(), new OfferMade(REQUEST, OFFER, SELLER, dollars)))
                .refuses(acceptAs(BUYER, new Asset(31337, TOKEN, Currency.USD, 6), REFUND_TO), rule);
    }

    @Test
    void givenOffer_whenMoneyWouldGoNowhere_thenRefused() {
        var rule = MarketplaceRule.PAYOUT_GOES_TO_A_REAL_ADDRESS;
        given(offered()).refuses(acceptAs(BUYER, USDT, ZERO), rule);
        given(offered()).refuses(acceptAs(BUYER, USDT, TOKEN), rule);
        var toToken = new OfferTerms(usdt("125.50"), 3, null, TOKEN, null);
        given(plus(created(), new OfferMade(REQUEST, OFFER, SELLER, toToken))).refuses(accept(), rule);
    }

    private static AcceptOffer acceptAs(UserId by, Asset asset, EvmAddress refund) {
        return new AcceptOffer(REQUEST, OFFER, by, PAYMENT, PaymentProvider.AMN_SCANNER, asset, refund);
    }
}
