package io.amanat.app.house;

import static io.amanat.contract.marketplace.OfferStatus.ACCEPTED;
import static io.amanat.contract.marketplace.OfferStatus.ACTIVE;
import static io.amanat.contract.marketplace.OfferStatus.PENDING;
import static io.amanat.contract.marketplace.OfferStatus.REJECTED;
import static io.amanat.contract.marketplace.OfferStatus.WITHDRAWN;

import io.amanat.contract.Event;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.OfferEvent.NegotiationOpened;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferEvent.OfferRejected;
import io.amanat.contract.marketplace.OfferEvent.OfferRevised;
import io.amanat.contract.marketplace.OfferEvent.OfferWithdrawn;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferStatus;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.OpenNegotiation;
import io.amanat.contract.marketplace.PurchaseRequestCommand.RejectOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.WithdrawOffer;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RejectionCause;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.Budget;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.Urgency;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.domain.marketplace.PurchaseRequest;
import io.amanat.projection.marketplace.OfferProjection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfferArrowsTest {
    private static final PurchaseRequestId REQUEST = new PurchaseRequestId(new UUID(1, 1));
    private static final UserId BUYER = new UserId(new UUID(2, 1));
    private static final UserId SELLER = new UserId(new UUID(2, 2));
    private static final OfferId OFFER = new OfferId(new UUID(3, 1));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(4, 1));
    private static final EvmAddress REFUND_TO = address("a1");
    private static final EvmAddress PAY_TO = address("a2");
    private static final Asset USDT = new Asset(31337, address("a3"), Currency.USDT, 6);

    private static final OfferMade MADE = new OfferMade(REQUEST, OFFER, SELLER, terms("125.50"));
    private static final OfferRevised REVISED = new OfferRevised(REQUEST, OFFER, terms("120"));
    private static final NegotiationOpened OPENED = new NegotiationOpened(REQUEST, OFFER);
    private static final OfferWithdrawn GONE = new OfferWithdrawn(REQUEST, OFFER, PurchaseRequestStatus.PENDING);
    private static final OfferRejected NO =
            new OfferRejected(REQUEST, OFFER, RejectionCause.BY_BUYER, null, PurchaseRequestStatus.PENDING);

    private final Arrows<OfferStatus> arrows = new Arrows<>(
            OfferArrows.TABLE,
            PurchaseRequest.class,
            new OfferProjection(),
            Map.of(
                    PENDING, past(MADE),
                    ACTIVE, past(MADE, OPENED),
                    WITHDRAWN, past(MADE, GONE),
                    REJECTED, past(MADE, NO),
                    ACCEPTED, past(MADE, yes("125.50"))));

    @Test
    void givenOfferInEveryState_whenEveryCommand_thenTheArrowsAndNoOthers() {
        arrows.holdFor(new ReviseOffer(REQUEST, OFFER, SELLER, terms("120")), REVISED);
        arrows.holdFor(new OpenNegotiation(REQUEST, OFFER, BUYER), OPENED);
        arrows.holdFor(new WithdrawOffer(REQUEST, OFFER, SELLER), GONE);
        arrows.holdFor(new RejectOffer(REQUEST, OFFER, BUYER, null), NO);
        arrows.holdFor(
                new AcceptOffer(REQUEST, OFFER, BUYER, PAYMENT, PaymentProvider.AMN_SCANNER, USDT, REFUND_TO),
                yes("125.50"));
    }

    @Test
    void givenEveryEvent_thenTheReadTableShowsWhereTheArrowLeads() {
        Stream.of(MADE, REVISED, OPENED, GONE, NO, yes("125.50")).forEach(arrows::showAs);
    }

    private static List<Event> past(Event... events) {
        var details = new RequestDetails(
                text(BUYER),
                text(BUYER),
                ProductType.PHYSICAL_PRODUCT,
                new Budget(usdt("0"), usdt("500")),
                Urgency.MEDIUM,
                1,
                List.of(),
                new DeliveryPreferences(DeliveryMethod.PICKUP, null, null, null),
                null,
                List.of());
        return Stream.concat(Stream.of(new PurchaseRequestCreated(REQUEST, BUYER, details)), Stream.of(events))
                .toList();
    }

    private static OfferAccepted yes(String price) {
        return new OfferAccepted(
                REQUEST,
                OFFER,
                PAYMENT,
                BUYER,
                SELLER,
                usdt(price),
                PaymentProvider.AMN_SCANNER,
                USDT.amount(price),
                REFUND_TO,
                PAY_TO);
    }

    private static OfferTerms terms(String price) {
        return new OfferTerms(usdt(price), 3, null, PAY_TO, null);
    }

    private static Money usdt(String amount) {
        return Money.of(amount, Currency.USDT);
    }

    private static PersonalText text(UserId subject) {
        return PersonalText.of(subject, "text");
    }

    private static EvmAddress address(String end) {
        return new EvmAddress("0x" + "0".repeat(38) + end);
    }
}
