package io.amanat.domain.marketplace;

import static io.amanat.contract.marketplace.PurchaseRequestStatus.CANCELLED;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.COMPLETED;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.DELIVERED;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.DELIVERY;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.DISPUTED;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.IN_NEGOTIATION;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.IN_PROGRESS;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.PAYMENT_CONFIRMED;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.PAYMENT_PENDING;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.PENDING;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.PENDING_PAYMENT;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.RECEIVED_OFFERS;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.REFUNDED;
import static io.amanat.contract.marketplace.PurchaseRequestStatus.SELLER_PAID;

import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryCodeIssued;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.DeliveryEvent.WorkStarted;
import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferQuoted;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCancelled;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestEdited;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestRefunded;
import io.amanat.contract.marketplace.RequestLifecycleEvent.RequestPaymentConfirmed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.ResumedForReplacement;
import io.amanat.contract.marketplace.RequestLifecycleEvent.SellerPaid;
import io.amanat.domain.Transition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of a purchase request, as data. What is not in the table does not happen: the rules ask it, and the aggregate
 * checks every event against it before recording.
 *
 * <p>Where one event leads to several statuses, the live offers decide: none is {@code PENDING}, one under negotiation makes
 * {@code IN_NEGOTIATION}, otherwise it is {@code RECEIVED_OFFERS}. An offer whose validity has passed counts as live until somebody
 * withdraws, revises or rejects it: time alone changes nothing. {@code PENDING_PAYMENT}, where a checkout of a template starts, has
 * its exits here and no entry yet.
 */
public final class PurchaseRequestLifecycle {
    private static final List<Transition<PurchaseRequestStatus>> TABLE = Stream.of(
                    Stream.of(new Transition<>(null, PurchaseRequestCreated.class, PENDING)),
                    asking(),
                    offering(),
                    paying(),
                    delivering(),
                    disputing())
            .flatMap(rows -> rows)
            .toList();

    private PurchaseRequestLifecycle() {}

    /** Every arrow, in the order in which a trade meets them. */
    public static List<Transition<PurchaseRequestStatus>> transitions() {
        return TABLE;
    }

    /** Whether offers can still be made and changed. */
    static boolean open(PurchaseRequestStatus status) {
        return accepts(status, PurchaseRequestEdited.class);
    }

    static boolean accepts(PurchaseRequestStatus from, Class<? extends PurchaseRequestEvent> event) {
        return !targets(from, event).isEmpty();
    }

    static Set<PurchaseRequestStatus> targets(PurchaseRequestStatus from, Class<? extends PurchaseRequestEvent> event) {
        return Transition.targets(TABLE, from, event);
    }

    /** Fails when a rule let something through that the table does not know: a mistake of ours, and nothing is recorded. */
    static void require(@Nullable PurchaseRequestStatus from, PurchaseRequestEvent event, PurchaseRequestStatus to) {
        Transition<PurchaseRequestStatus> made = new Transition<>(from, event.getClass(), to);
        if (!TABLE.contains(made)) {
            throw new IllegalStateException("no such transition: " + made);
        }
    }

    private static Stream<Transition<PurchaseRequestStatus>> asking() {
        return Stream.of(
                        stays(PurchaseRequestEdited.class, PENDING, RECEIVED_OFFERS, IN_NEGOTIATION),
                        moves(
                                PurchaseRequestCancelled.class,
                                CANCELLED,
                                PENDING,
                                RECEIVED_OFFERS,
                                IN_NEGOTIATION,
                                PENDING_PAYMENT,
                                PAYMENT_PENDING))
                .flatMap(rows -> rows);
    }

    private static Stream<Transition<PurchaseRequestStatus>> offering() {
        return Stream.of(
                        moves(OfferMade.class, RECEIVED_OFFERS, PENDING),
                        stays(OfferMade.class, RECEIVED_OFFERS, IN_NEGOTIATION),
                        stays(OfferRevised.class, RECEIVED_OFFERS, IN_NEGOTIATION),
                        moves(NegotiationOpened.class, IN_NEGOTIATION, RECEIVED_OFFERS, IN_NEGOTIATION),
                        oneLess(OfferWithdrawn.class),
                        oneLess(OfferRejected.class),
                        stays(OfferRejected.class, PAYMENT_PENDING, CANCELLED),
                        moves(OfferAccepted.class, PAYMENT_PENDING, RECEIVED_OFFERS, IN_NEGOTIATION),
                        stays(OfferQuoted.class, PAYMENT_PENDING))
                .flatMap(rows -> rows);
    }

    private static Stream<Transition<PurchaseRequestStatus>> paying() {
        return Stream.of(
                        moves(RequestPaymentConfirmed.class, PAYMENT_CONFIRMED, PENDING_PAYMENT, PAYMENT_PENDING),
                        moves(PurchaseRequestRefunded.class, REFUNDED, PENDING_PAYMENT, PAYMENT_PENDING, DISPUTED),
                        moves(SellerPaid.class, SELLER_PAID, COMPLETED))
                .flatMap(rows -> rows);
    }

    private static Stream<Transition<PurchaseRequestStatus>> delivering() {
        return Stream.of(
                        moves(WorkStarted.class, IN_PROGRESS, PAYMENT_CONFIRMED),
                        moves(GoodsShipped.class, DELIVERY, IN_PROGRESS),
                        moves(DeliveryHandedOver.class, DELIVERED, IN_PROGRESS, DELIVERY),
                        stays(DeliveryCodeIssued.class, DELIVERY, DELIVERED),
                        stays(DeliveryAttemptFailed.class, DELIVERED),
                        stays(DeliveryConfirmed.class, DELIVERED),
                        moves(PurchaseRequestCompleted.class, COMPLETED, DELIVERED, DISPUTED))
                .flatMap(rows -> rows);
    }

    private static Stream<Transition<PurchaseRequestStatus>> disputing() {
        return Stream.of(
                        moves(
                                PurchaseRequestDisputed.class,
                                DISPUTED,
                                PAYMENT_CONFIRMED,
                                IN_PROGRESS,
                                DELIVERY,
                                DELIVERED,
                                COMPLETED),
                        moves(ResumedForReplacement.class, IN_PROGRESS, DISPUTED))
                .flatMap(rows -> rows);
    }

    /** A live offer goes: what remains decides. */
    private static Stream<Transition<PurchaseRequestStatus>> oneLess(Class<? extends PurchaseRequestEvent> event) {
        return Stream.of(
                new Transition<>(RECEIVED_OFFERS, event, PENDING),
                new Transition<>(RECEIVED_OFFERS, event, RECEIVED_OFFERS),
                new Transition<>(IN_NEGOTIATION, event, PENDING),
                new Transition<>(IN_NEGOTIATION, event, RECEIVED_OFFERS),
                new Transition<>(IN_NEGOTIATION, event, IN_NEGOTIATION));
    }

    private static Stream<Transition<PurchaseRequestStatus>> stays(
            Class<? extends PurchaseRequestEvent> event, PurchaseRequestStatus... statuses) {
        return Stream.of(statuses).map(status -> new Transition<>(status, event, status));
    }

    private static Stream<Transition<PurchaseRequestStatus>> moves(
            Class<? extends PurchaseRequestEvent> event, PurchaseRequestStatus to, PurchaseRequestStatus... from) {
        return Stream.of(from).map(status -> new Transition<>(status, event, to));
    }
}
