package io.amanat.domain.marketplace;

import static io.amanat.domain.AggregateScenario.NOW;
import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.*;
import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MakeOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawOffer;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.money.EvmAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferingTest {
    private static final OfferTerms TERMS = terms("125.50");

    @Test
    void givenRequest_whenOffered_thenOfferMade() {
        given(created()).then(offer(TERMS), offerMade());
        given(offered()).then(new MakeOffer(REQUEST, OTHER_OFFER, OTHER_SELLER, terms("130")), otherOfferMade());
    }

    @Test
    void givenOffer_whenMadeAgain_thenNothing() {
        given(offered()).repeats(offer(TERMS));
        given(accepted()).repeats(offer(TERMS));
        given(plus(offered(), new OfferRevised(REQUEST, OFFER, terms("99")))).repeats(offer(TERMS));
        given(offered()).repeats(offer(new OfferTerms(usdt("125.50"), 3, text(SELLER, "anew"), PAY_TO, null)));
    }

    @Test
    void givenOffer_whenItsIdIsUsedForAnother_thenRefused() {
        given(offered()).refuses(offer(terms("125.51")), MarketplaceRule.AN_OFFER_ID_IS_USED_ONCE);
        given(offered())
                .refuses(new MakeOffer(REQUEST, OFFER, OTHER_SELLER, TERMS), MarketplaceRule.AN_OFFER_ID_IS_USED_ONCE);
    }

    @Test
    void givenOwnOrSelectiveRequest_whenOffered_thenRefused() {
        given(created())
                .refuses(
                        new MakeOffer(REQUEST, OFFER, BUYER, TERMS),
                        MarketplaceRule.NOBODY_OFFERS_ON_THEIR_OWN_REQUEST);
        var selective = created(DetailsRulesTest.preferring(List.of(SELLER)));
        given(selective).then(offer(TERMS), offerMade());
        given(selective)
                .refuses(
                        new MakeOffer(REQUEST, OFFER, OTHER_SELLER, TERMS),
                        MarketplaceRule.ONLY_PREFERRED_SELLERS_OFFER);
    }

    @Test
    void givenLiveOffer_whenSameSellerOffersAgain_thenRefusedUntilWithdrawn() {
        MakeOffer second = new MakeOffer(REQUEST, OTHER_OFFER, SELLER, TERMS);
        given(offered()).refuses(second, MarketplaceRule.ONE_LIVE_OFFER_PER_SELLER);
        given(plus(offered(), new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.PENDING)))
                .then(second, new OfferMade(REQUEST, OTHER_OFFER, SELLER, TERMS));
    }

    @Test
    void givenAcceptedOrCancelledRequest_whenOffered_thenRefused() {
        MakeOffer late = new MakeOffer(REQUEST, OTHER_OFFER, OTHER_SELLER, TERMS);
        given(accepted()).refuses(late, MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
        given(SettlingTest.cancelled()).refuses(late, MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
    }

    @Test
    void givenHundredOffers_whenOffered_thenRefused() {
        List<PurchaseRequestEvent> past = new ArrayList<>(created());
        for (int i = 0; i < Offers.OFFERS_MAX; i++) {
            past.add(new OfferMade(REQUEST, new OfferId(new UUID(8, i)), new UserId(new UUID(9, i)), TERMS));
        }
        given(past.subList(0, 100)).then(offer(TERMS), offerMade());
        given(past).refuses(offer(TERMS), MarketplaceRule.OFFERS_STAY_WITHIN_LIMITS);
    }

    @Test
    void givenSenselessTerms_whenOfferedOrRevised_thenRefused() {
        senseless(with("0", 3, PAY_TO, null), MarketplaceRule.A_PRICE_IS_POSITIVE);
        senseless(with("1", -1, PAY_TO, null), MarketplaceRule.AN_OFFER_STATES_A_SANE_DELIVERY_TIME);
        senseless(with("1", 366, PAY_TO, null), MarketplaceRule.AN_OFFER_STATES_A_SANE_DELIVERY_TIME);
        senseless(with("1", 3, PAY_TO, NOW), MarketplaceRule.VALIDITY_ENDS_IN_THE_FUTURE);
        senseless(with("1", 3, ZERO, null), MarketplaceRule.PAYOUT_GOES_TO_A_REAL_ADDRESS);
        OfferTerms justSane = with("0.000001", 365, PAY_TO, NOW.plusNanos(1));
        given(created()).then(offer(justSane), new OfferMade(REQUEST, OFFER, SELLER, justSane));
    }

    @Test
    void givenOffer_whenRevised_thenRevised() {
        ReviseOffer revise = new ReviseOffer(REQUEST, OFFER, SELLER, terms("99"));
        OfferRevised revised = new OfferRevised(REQUEST, OFFER, terms("99"));
        given(offered()).then(revise, revised);
        given(plus(offered(), new NegotiationOpened(REQUEST, OFFER))).then(revise, revised);
        given(plus(offered(), revised)).repeats(revise);
    }

    @Test
    void givenOffer_whenRevisedByAnotherOrTooLate_thenRefused() {
        ReviseOffer revise = new ReviseOffer(REQUEST, OFFER, SELLER, terms("99"));
        given(offered())
                .refuses(
                        new ReviseOffer(REQUEST, OFFER, OTHER_SELLER, terms("99")),
                        MarketplaceRule.ONLY_THE_OFFERING_SELLER_DECIDES);
        given(created()).refuses(revise, MarketplaceRule.NO_SUCH_OFFER);
        given(accepted()).refuses(revise, MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
        given(plus(offered(), new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.PENDING)))
                .refuses(revise, MarketplaceRule.ONLY_LIVE_OFFERS_CHANGE);
    }

    @Test
    void givenOffer_whenWithdrawn_thenWithdrawn() {
        WithdrawOffer withdraw = new WithdrawOffer(REQUEST, OFFER, SELLER);
        given(offered()).then(withdraw, new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.PENDING));
        given(plus(offered(), new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.PENDING)))
                .repeats(withdraw);
    }

    @Test
    void givenOffer_whenWithdrawnByAnotherOrTooLate_thenRefused() {
        WithdrawOffer withdraw = new WithdrawOffer(REQUEST, OFFER, SELLER);
        given(offered())
                .refuses(new WithdrawOffer(REQUEST, OFFER, BUYER), MarketplaceRule.ONLY_THE_OFFERING_SELLER_DECIDES);
        given(created()).refuses(withdraw, MarketplaceRule.NO_SUCH_OFFER);
        given(accepted()).refuses(withdraw, MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS);
        given(plus(
                        offered(),
                        new OfferRejected(
                                REQUEST, OFFER, RejectionCause.BY_BUYER, null, PurchaseRequestStatus.PENDING)))
                .refuses(withdraw, MarketplaceRule.ONLY_LIVE_OFFERS_CHANGE);
    }

    private static void senseless(OfferTerms terms, MarketplaceRule rule) {
        given(created()).refuses(offer(terms), rule);
        given(offered()).refuses(new ReviseOffer(REQUEST, OFFER, SELLER, terms), rule);
    }

    private static OfferTerms with(String price, int days, EvmAddress payout, @Nullable Instant validUntil) {
        return new OfferTerms(usdt(price), days, null, payout, validUntil);
    }
}
