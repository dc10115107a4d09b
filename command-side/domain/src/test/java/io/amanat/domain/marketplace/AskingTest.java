package io.amanat.domain.marketplace;

import static io.amanat.domain.marketplace.Trade.*;

import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.*;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.EditPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawPurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCancelled;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestEdited;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingTest {
    private static final RequestDetails OTHERWISE = details(DeliveryMethod.PICKUP, "other");

    @Test
    void givenNothing_whenCreated_thenCreated() {
        given(List.of()).then(create(details()), new PurchaseRequestCreated(REQUEST, BUYER, details()));
    }

    @Test
    void givenRequest_whenCreatedAgain_thenNothing() {
        given(created()).repeats(create(details()));
        given(completed()).repeats(create(details()));
        given(plus(created(), new PurchaseRequestEdited(REQUEST, OTHERWISE))).repeats(create(details()));
    }

    @Test
    void givenRequest_whenCreatedAgainWithNewlySealedText_thenNothing() {
        given(created()).repeats(create(details(DeliveryMethod.SHIPPING, "sealed-anew")));
    }

    @Test
    void givenRequest_whenCreatedWithOtherContentOrBuyer_thenRefused() {
        given(created()).refuses(create(OTHERWISE), MarketplaceRule.A_REQUEST_IS_CREATED_ONCE);
        given(created())
                .refuses(
                        new CreatePurchaseRequest(REQUEST, STRANGER, details()),
                        MarketplaceRule.A_REQUEST_IS_CREATED_ONCE);
    }

    @Test
    void givenOpenRequest_whenEdited_thenEdited() {
        EditPurchaseRequest edit = new EditPurchaseRequest(REQUEST, BUYER, OTHERWISE);
        given(created()).then(edit, new PurchaseRequestEdited(REQUEST, OTHERWISE));
        given(offered()).then(edit, new PurchaseRequestEdited(REQUEST, OTHERWISE));
        given(plus(created(), new PurchaseRequestEdited(REQUEST, OTHERWISE))).repeats(edit);
        given(plus(offered(), new PurchaseRequestEdited(REQUEST, OTHERWISE), offerAccepted()))
                .repeats(edit);
    }

    @Test
    void givenRequest_whenEditedByStrangerOrTooLateOrWrongly_thenRefused() {
        given(created())
                .refuses(new EditPurchaseRequest(REQUEST, STRANGER, OTHERWISE), MarketplaceRule.ONLY_THE_BUYER_DECIDES);
        given(accepted())
                .refuses(new EditPurchaseRequest(REQUEST, BUYER, OTHERWISE), MarketplaceRule.ONLY_OPEN_REQUESTS_CHANGE);
        given(created())
                .refuses(
                        new EditPurchaseRequest(REQUEST, BUYER, withQuantity(0)),
                        MarketplaceRule.A_QUANTITY_IS_POSITIVE);
    }

    @Test
    void givenRequestWithOffers_whenWithdrawn_thenLiveOffersAreRejected() {
        WithdrawPurchaseRequest withdraw = new WithdrawPurchaseRequest(REQUEST, BUYER, text(BUYER, "why"));
        var cancelled = new PurchaseRequestCancelled(REQUEST, CancellationCause.WITHDRAWN, text(BUYER, "why"));
        var rejected = new OfferRejected(
                REQUEST, OTHER_OFFER, RejectionCause.REQUEST_CANCELLED, null, PurchaseRequestStatus.CANCELLED);
        given(created()).then(withdraw, cancelled);
        given(plus(twiceOffered(), new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.RECEIVED_OFFERS)))
                .then(withdraw, cancelled, rejected);
        given(plus(created(), cancelled)).repeats(withdraw);
    }

    @Test
    void givenRequest_whenWithdrawnByStrangerOrTooLate_thenRefused() {
        given(offered())
                .refuses(new WithdrawPurchaseRequest(REQUEST, SELLER, null), MarketplaceRule.ONLY_THE_BUYER_DECIDES);
        given(accepted())
                .refuses(new WithdrawPurchaseRequest(REQUEST, BUYER, null), MarketplaceRule.ONLY_OPEN_REQUESTS_CHANGE);
        given(plus(accepted(), new PurchaseRequestCancelled(REQUEST, CancellationCause.PAYMENT_CANCELLED, null)))
                .refuses(new WithdrawPurchaseRequest(REQUEST, BUYER, null), MarketplaceRule.ONLY_OPEN_REQUESTS_CHANGE);
    }

    private static RequestDetails withQuantity(int quantity) {
        RequestDetails d = details();
        return new RequestDetails(
                d.title(),
                d.description(),
                d.productType(),
                d.budget(),
                d.urgency(),
                quantity,
                d.specifications(),
                d.delivery(),
                d.serviceInfo(),
                List.<UserId>of());
    }
}
