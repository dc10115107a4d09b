package io.amanat.domain.marketplace;

import static io.amanat.contract.marketplace.PurchaseRequestStatus.*;
import static io.amanat.domain.marketplace.Trade.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.EventType;
import io.amanat.contract.marketplace.DeliveryEvent.WorkStarted;
import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestRefunded;
import io.amanat.domain.Transition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PurchaseRequestLifecycleTest {
    private static final List<Transition<PurchaseRequestStatus>> TABLE = PurchaseRequestLifecycle.transitions();

    @Test
    void givenTable_thenEveryEventAndEveryStatusAppearsAndNoRowTwice() {
        assertThat(TABLE).doesNotHaveDuplicates();
        assertThat(TABLE.stream().map(Transition::event))
                .containsAll(concreteEvents(PurchaseRequestEvent.class).toList());
        assertThat(Stream.concat(
                        TABLE.stream().map(Transition::from), TABLE.stream().map(Transition::to)))
                .contains(PurchaseRequestStatus.values());
        assertThat(TABLE.stream().map(Transition::eventType)).contains("offer.accepted.v1");
    }

    @Test
    void givenTable_thenEndsAreEndsAndEverythingElseHasAWayOut() {
        for (PurchaseRequestStatus status : PurchaseRequestStatus.values()) {
            boolean end = TABLE.stream().noneMatch(row -> row.from() == status && row.to() != status);
            assertThat(end)
                    .as(status.name())
                    .isEqualTo(List.of(REFUNDED, SELLER_PAID, CANCELLED).contains(status));
        }
    }

    @Test
    void givenTable_thenAllButTheTemplateCheckoutIsReachable() {
        var reached = new HashSet<PurchaseRequestStatus>();
        for (int i = 0; i < TABLE.size(); i++) {
            TABLE.stream()
                    .filter(row -> row.from() == null || reached.contains(row.from()))
                    .forEach(row -> reached.add(row.to()));
        }
        assertThat(PurchaseRequestStatus.values())
                .allSatisfy(status -> assertThat(reached.contains(status)).isEqualTo(status != PENDING_PAYMENT));
    }

    @Test
    void givenOffersThatComeAndGo_thenStatusFollowsTheLiveOnes() {
        var opened = new NegotiationOpened(REQUEST, OFFER);
        var gone = new OfferWithdrawn(REQUEST, OFFER, PENDING);
        var otherGone = new OfferRejected(REQUEST, OTHER_OFFER, RejectionCause.BY_BUYER, null, PENDING);

        assertThat(statusOf(offered())).isEqualTo(RECEIVED_OFFERS);
        assertThat(statusOf(plus(offered(), gone))).isEqualTo(PENDING);
        assertThat(statusOf(plus(offered(), opened))).isEqualTo(IN_NEGOTIATION);
        assertThat(statusOf(plus(offered(), opened, otherOfferMade()))).isEqualTo(IN_NEGOTIATION);
        assertThat(statusOf(plus(twiceOffered(), opened, gone))).isEqualTo(RECEIVED_OFFERS);
        assertThat(statusOf(plus(twiceOffered(), opened, gone, otherGone))).isEqualTo(PENDING);
        assertThat(statusOf(plus(twiceOffered(), opened, otherGone))).isEqualTo(IN_NEGOTIATION);
    }

    @Test
    void givenNegotiatedOffer_whenRevised_thenStillActive() {
        RequestState state = stateOf(
                plus(offered(), new NegotiationOpened(REQUEST, OFFER), new OfferRevised(REQUEST, OFFER, terms("99"))));

        assertThat(state.status()).isEqualTo(IN_NEGOTIATION);
        assertThat(state.offers().find(OFFER).orElseThrow().status()).isEqualTo(OfferStatus.ACTIVE);
        assertThat(state.offers().find(OFFER).orElseThrow().terms()).isEqualTo(terms("99"));
    }

    @Test
    void givenTradeStages_thenStatusIsAsTheReferenceNamesIt() {
        assertThat(Stream.of(
                                created(),
                                accepted(),
                                paid(),
                                working(),
                                shipped(),
                                delivered(),
                                completed(),
                                disputed(),
                                SettlingTest.sellerPaid(),
                                SettlingTest.refunded(),
                                SettlingTest.cancelled(),
                                SettlingTest.withdrawn())
                        .map(PurchaseRequestLifecycleTest::statusOf))
                .containsExactly(
                        PENDING,
                        PAYMENT_PENDING,
                        PAYMENT_CONFIRMED,
                        IN_PROGRESS,
                        DELIVERY,
                        DELIVERED,
                        COMPLETED,
                        DISPUTED,
                        SELLER_PAID,
                        REFUNDED,
                        CANCELLED,
                        CANCELLED);
    }

    @Test
    void givenTransitionThatIsNotInTheTable_whenRequired_thenFails() {
        assertThatThrownBy(() -> PurchaseRequestLifecycle.require(PENDING, new WorkStarted(REQUEST), IN_PROGRESS))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givenHistoryThatTodaysTableDoesNotKnow_whenFollowed_thenItStaysWhereItIs() {
        assertThat(statusOf(plus(created(), new PurchaseRequestRefunded(REQUEST, PAYMENT))))
                .isEqualTo(PENDING);
        assertThat(statusOf(plus(created(), new PurchaseRequestDisputed(REQUEST, DISPUTE, PENDING))))
                .isEqualTo(PENDING);
    }

    private static PurchaseRequestStatus statusOf(List<PurchaseRequestEvent> events) {
        return stateOf(events).status();
    }

    static RequestState stateOf(List<PurchaseRequestEvent> events) {
        RequestState state = RequestState.created((PurchaseRequestCreated) events.getFirst());
        for (PurchaseRequestEvent event : events.subList(1, events.size())) {
            state = state.after(event);
        }
        return state;
    }

    private static Stream<Class<? extends PurchaseRequestEvent>> concreteEvents(Class<?> sealedType) {
        return Arrays.stream(sealedType.getPermittedSubclasses())
                .flatMap(type -> type.isAnnotationPresent(EventType.class)
                        ? Stream.of(type.asSubclass(PurchaseRequestEvent.class))
                        : concreteEvents(type));
    }
}
