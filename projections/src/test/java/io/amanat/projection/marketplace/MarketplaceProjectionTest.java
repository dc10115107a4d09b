package io.amanat.projection.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.marketplace.CancellationCause;
import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCancelled;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestEdited;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Wares;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class MarketplaceProjectionTest {
    private final ReadModel read;

    MarketplaceProjectionTest(TestDatabase database) {
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenRequest_thenItsRowAndChildrenSayWhatIsAskedFor() {
        Story story = new Story(1).asked();

        twice(story);

        assertThat(read.one(
                        "select concat_ws(' ', status, product_type, trim_scale(budget_min), trim_scale(budget_max),"
                                + " budget_currency, urgency, quantity, version, position, created_at = updated_at)"
                                + " from purchase_requests where id = ?",
                        story.request.value()))
                .isEqualTo("pending physical_product 100 500.25 USDT high 2 0 100005 t");
        assertThat(read.one("select title from purchase_requests where id = ?", story.request.value()))
                .isEqualTo("pd1." + story.buyer + ".title");
        assertThat(children(story, "specifications", "concat_ws(' ', ordinal, key)"))
                .containsExactly("0 colour", "1 size");
        assertThat(children(story, "delivery_info", "concat_ws(' ', method, needed_by)"))
                .containsExactly("shipping 2026-04-01");
        assertThat(children(story, "delivery_address", "concat_ws(' ', country_code, line2 is null)"))
                .containsExactly("TR t");
        assertThat(children(story, "service_info", "scope")).isEmpty();
    }

    @Test
    void givenRequest_whenEdited_thenItsChildrenAreReplaced_alsoWhenSeenAgain() {
        Story story = new Story(2).asked();
        story.then(new PurchaseRequestEdited(story.request, Wares.service(story.buyer, story.otherSeller)));

        twice(story);

        assertThat(children(story, "specifications", "concat_ws(' ', ordinal, key, value)"))
                .containsExactly("0 colour pd1." + story.buyer + ".blue");
        assertThat(children(story, "delivery_info", "concat_ws(' ', method, needed_by, notes)"))
                .containsExactly("digital");
        assertThat(children(story, "delivery_address", "city")).isEmpty();
        assertThat(children(story, "service_info", "concat_ws(' ', duration_hours, remote)"))
                .containsExactly("8 t");
        assertThat(children(story, "preferred_sellers", "seller_id::text"))
                .containsExactly(story.otherSeller.toString());
        assertThat(read.one(
                        "select concat_ws(' ', product_type, quantity, version) from purchase_requests where id = ?",
                        story.request.value()))
                .isEqualTo("service 1 1");
    }

    @Test
    void givenOffers_thenTheRequestFollowsTheLiveOnes() {
        Story story = new Story(3).offered();
        story.then(
                story.made(story.otherOffer, story.otherSeller, "99.000001"),
                new NegotiationOpened(story.request, story.offer),
                new OfferRevised(story.request, story.offer, story.terms(story.seller, "120")));
        read.apply(story.events());
        assertThat(status(story)).isEqualTo("in_negotiation");
        assertThat(offers(story)).containsExactly("active 120.00000000 USDT", "pending 99.00000100 USDT");

        read.apply(story.add(new OfferWithdrawn(story.request, story.offer, PurchaseRequestStatus.RECEIVED_OFFERS)));
        assertThat(status(story)).isEqualTo("received_offers");

        read.apply(story.add(new OfferRejected(
                story.request, story.otherOffer, RejectionCause.BY_BUYER, null, PurchaseRequestStatus.PENDING)));
        assertThat(status(story)).isEqualTo("pending");
        assertThat(offers(story)).containsExactly("rejected 99.00000100 USDT by_buyer", "withdrawn 120.00000000 USDT");
        twice(story);
    }

    @Test
    void givenTwoOffers_whenOneIsAccepted_thenTheRequestWaitsForThePayment() {
        Story story = new Story(4).offered();
        story.then(
                story.made(story.otherOffer, story.otherSeller, "130"),
                story.acceptance(),
                new OfferRejected(
                        story.request,
                        story.otherOffer,
                        RejectionCause.ANOTHER_ACCEPTED,
                        null,
                        PurchaseRequestStatus.PAYMENT_PENDING));

        twice(story);

        assertThat(status(story)).isEqualTo("payment_pending");
        assertThat(offers(story))
                .containsExactly("accepted 125.50000000 USDT", "rejected 130.00000000 USDT another_accepted");
        assertThat(read.one(
                        "select concat_ws(' ', accepted_offer_id, seller_id, payment_id) from purchase_requests"
                                + " where id = ?",
                        story.request.value()))
                .isEqualTo(story.offer + " " + story.seller + " " + story.payment);
    }

    @Test
    void givenOffer_whenTheRequestIsWithdrawn_thenBothEnd() {
        Story story = new Story(5).offered();
        PersonalText reason = story.sealed(story.buyer, "why");
        story.then(
                new PurchaseRequestCancelled(story.request, CancellationCause.WITHDRAWN, reason),
                new OfferRejected(
                        story.request,
                        story.offer,
                        RejectionCause.REQUEST_CANCELLED,
                        null,
                        PurchaseRequestStatus.CANCELLED));

        twice(story);

        assertThat(read.one(
                        "select concat_ws(' ', status, cancellation_cause, cancellation_reason)"
                                + " from purchase_requests where id = ?",
                        story.request.value()))
                .isEqualTo("cancelled withdrawn " + reason);
        assertThat(offers(story)).containsExactly("rejected 125.50000000 USDT request_cancelled");
    }

    private void twice(Story story) {
        read.apply(story.events());
        Map<String, List<String>> once = read.everything();
        read.apply(story.events());
        assertThat(read.everything()).isEqualTo(once);
    }

    private String status(Story story) {
        return read.one("select status from purchase_requests where id = ?", story.request.value());
    }

    private List<String> offers(Story story) {
        return read.all(
                "select concat_ws(' ', status, price, currency, rejection_cause) from seller_offers"
                        + " where purchase_request_id = ? order by status::text",
                story.request.value());
    }

    private List<String> children(Story story, String table, String expression) {
        return read.all(
                "select " + expression + " as line from purchase_request_" + table
                        + " where purchase_request_id = ? order by 1",
                story.request.value());
    }
}
