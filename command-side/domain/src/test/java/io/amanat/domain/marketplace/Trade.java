package io.amanat.domain.marketplace;

import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.CompletionCause;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryCodeIssued;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryHandedOver;
import io.amanat.contract.marketplace.DeliveryEvent.GoodsShipped;
import io.amanat.contract.marketplace.DeliveryEvent.WorkStarted;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MakeOffer;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.Budget;
import io.amanat.contract.marketplace.RequestDetails.DeliveryAddress;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestDetails.Specification;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCompleted;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestDisputed;
import io.amanat.contract.marketplace.RequestLifecycleEvent.RequestPaymentConfirmed;
import io.amanat.contract.marketplace.Shipment;
import io.amanat.contract.marketplace.Urgency;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.domain.AggregateScenario;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One trade, stage by stage: the events that lead there. */
final class Trade {
    static final PurchaseRequestId REQUEST = new PurchaseRequestId(new UUID(1, 1));
    static final UserId BUYER = new UserId(new UUID(2, 1));
    static final UserId SELLER = new UserId(new UUID(2, 2));
    static final UserId OTHER_SELLER = new UserId(new UUID(2, 3));
    static final UserId STRANGER = new UserId(new UUID(2, 4));
    static final OfferId OFFER = new OfferId(new UUID(3, 1));
    static final OfferId OTHER_OFFER = new OfferId(new UUID(3, 2));
    static final PaymentId PAYMENT = new PaymentId(new UUID(4, 1));
    static final PaymentId OTHER_PAYMENT = new PaymentId(new UUID(4, 2));
    static final DisputeId DISPUTE = new DisputeId(new UUID(5, 1));
    static final DisputeId OTHER_DISPUTE = new DisputeId(new UUID(5, 2));
    static final EvmAddress REFUND_TO = new EvmAddress("0x00000000000000000000000000000000000000a1");
    static final EvmAddress PAY_TO = new EvmAddress("0x00000000000000000000000000000000000000a2");
    static final EvmAddress TOKEN = new EvmAddress("0x00000000000000000000000000000000000000a3");
    static final EvmAddress ZERO = new EvmAddress("0x0000000000000000000000000000000000000000");
    static final Asset USDT = new Asset(31337, TOKEN, Currency.USDT, 6);
    static final Shipment SHIPMENT = new Shipment(text(SELLER, "carrier"), null, null);
    static final DeliveryCodeHash CODE = new DeliveryCodeHash("a".repeat(64));
    static final DeliveryCodeHash WRONG = new DeliveryCodeHash("b".repeat(64));

    private Trade() {}

    static AggregateScenario<PurchaseRequest>.When given(List<PurchaseRequestEvent> past) {
        return new AggregateScenario<>(PurchaseRequest.class).given(past);
    }

    static PersonalText text(UserId subject, String ciphertext) {
        return PersonalText.of(subject, ciphertext);
    }

    static Money usdt(String amount) {
        return Money.of(amount, Currency.USDT);
    }

    static RequestDetails details() {
        return details(DeliveryMethod.SHIPPING, "title");
    }

    static RequestDetails details(DeliveryMethod method, String title) {
        boolean sent = method == DeliveryMethod.SHIPPING || method == DeliveryMethod.ON_SITE;
        return new RequestDetails(
                text(BUYER, title),
                text(BUYER, "description"),
                ProductType.PHYSICAL_PRODUCT,
                new Budget(usdt("0"), usdt("500")),
                Urgency.MEDIUM,
                1,
                List.of(new Specification("colour", text(BUYER, "green"))),
                new DeliveryPreferences(method, sent ? address() : null, null, null),
                null,
                List.of());
    }

    static DeliveryAddress address() {
        return new DeliveryAddress(
                text(BUYER, "name"), text(BUYER, "street"), null, text(BUYER, "city"), null, null, "TR");
    }

    static OfferTerms terms(String price) {
        return new OfferTerms(usdt(price), 3, text(SELLER, "message"), PAY_TO, null);
    }

    static CreatePurchaseRequest create(RequestDetails details) {
        return new CreatePurchaseRequest(REQUEST, BUYER, details);
    }

    static MakeOffer offer(OfferTerms terms) {
        return new MakeOffer(REQUEST, OFFER, SELLER, terms);
    }

    static AcceptOffer accept() {
        return new AcceptOffer(REQUEST, OFFER, BUYER, PAYMENT, PaymentProvider.AMN_SCANNER, USDT, REFUND_TO);
    }

    static List<PurchaseRequestEvent> plus(List<PurchaseRequestEvent> past, PurchaseRequestEvent... more) {
        return Stream.concat(past.stream(), Stream.of(more)).toList();
    }

    static List<PurchaseRequestEvent> created() {
        return created(details());
    }

    static List<PurchaseRequestEvent> created(RequestDetails details) {
        return List.of(new PurchaseRequestCreated(REQUEST, BUYER, details));
    }

    static OfferMade offerMade() {
        return new OfferMade(REQUEST, OFFER, SELLER, terms("125.50"));
    }

    static OfferMade otherOfferMade() {
        return new OfferMade(REQUEST, OTHER_OFFER, OTHER_SELLER, terms("130"));
    }

    static List<PurchaseRequestEvent> offered() {
        return plus(created(), offerMade());
    }

    static List<PurchaseRequestEvent> twiceOffered() {
        return plus(offered(), otherOfferMade());
    }

    static OfferAccepted offerAccepted() {
        return new OfferAccepted(
                REQUEST,
                OFFER,
                PAYMENT,
                BUYER,
                SELLER,
                usdt("125.50"),
                PaymentProvider.AMN_SCANNER,
                USDT.amount("125.50"),
                REFUND_TO,
                PAY_TO);
    }

    static List<PurchaseRequestEvent> accepted() {
        return plus(offered(), offerAccepted());
    }

    static List<PurchaseRequestEvent> paid() {
        return plus(accepted(), new RequestPaymentConfirmed(REQUEST, PAYMENT));
    }

    static List<PurchaseRequestEvent> working() {
        return plus(paid(), new WorkStarted(REQUEST));
    }

    static List<PurchaseRequestEvent> shipped() {
        return plus(working(), new GoodsShipped(REQUEST, SHIPMENT));
    }

    static List<PurchaseRequestEvent> delivered() {
        return plus(shipped(), new DeliveryHandedOver(REQUEST));
    }

    static List<PurchaseRequestEvent> codeIssued() {
        return plus(delivered(), new DeliveryCodeIssued(REQUEST, CODE));
    }

    static List<PurchaseRequestEvent> wrongTries(int count) {
        return Stream.concat(
                        codeIssued().stream(),
                        Stream.iterate(1, attempt -> attempt <= count, attempt -> attempt + 1)
                                .map(attempt -> new DeliveryAttemptFailed(REQUEST, attempt, attempt == 5)))
                .toList();
    }

    static List<PurchaseRequestEvent> completed() {
        return plus(
                codeIssued(),
                new DeliveryConfirmed(REQUEST, 1),
                new PurchaseRequestCompleted(REQUEST, CompletionCause.DELIVERY_CONFIRMED));
    }

    static List<PurchaseRequestEvent> disputed() {
        return plus(delivered(), new PurchaseRequestDisputed(REQUEST, DISPUTE, PurchaseRequestStatus.DELIVERED));
    }
}
