package io.amanat.projection.story;

import io.amanat.contract.Event;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.DestinationEvent.DestinationAllocated;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.identity.AuthProvider;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.OfferEvent.OfferMade;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A trade of its own: people, ids and what has happened so far. Stories of different numbers share nothing. */
public final class Story {
    public final long number;
    public final UserId buyer;
    public final UserId seller;
    public final UserId otherSeller;
    public final UserId resolver;
    public final UserId guard;
    public final PurchaseRequestId request;
    public final OfferId offer;
    public final OfferId otherOffer;
    public final PaymentId payment;
    public final DestinationId destination;
    public final DisputeId dispute;
    public final CustodyTransferId release;
    public final CustodyTransferId refund;
    private final Log log;

    public Story(long number) {
        this.number = number;
        buyer = new UserId(id(1));
        seller = new UserId(id(2));
        otherSeller = new UserId(id(3));
        resolver = new UserId(id(4));
        guard = new UserId(id(5));
        request = new PurchaseRequestId(id(10));
        offer = new OfferId(id(11));
        otherOffer = new OfferId(id(12));
        payment = new PaymentId(id(20));
        destination = new DestinationId(id(21));
        dispute = new DisputeId(id(30));
        release = new CustodyTransferId(id(40));
        refund = new CustodyTransferId(id(41));
        log = new Log(request, number);
    }

    public UUID id(long n) {
        return new UUID(number, n);
    }

    public Story then(Event... events) {
        Stream.of(events).forEach(this::add);
        return this;
    }

    public StoredEvent add(Event event) {
        return log.add(event, "user:" + buyer);
    }

    public List<StoredEvent> events() {
        return log.events();
    }

    public Story people() {
        return then(
                registered(buyer, Role.BUYER),
                registered(seller, Role.SELLER),
                registered(otherSeller, Role.SELLER),
                registered(resolver, Role.RESOLVER),
                registered(guard, Role.GUARD));
    }

    public Story asked() {
        return people().then(created(Wares.shipped(buyer)));
    }

    public Story offered() {
        return asked().then(made(offer, seller, "125.50"));
    }

    public Story accepted() {
        return offered().then(acceptance());
    }

    /** With a payment that nobody has paid yet. */
    public Story opened() {
        return accepted().then(allocated(), new PaymentOpened(payment, terms()));
    }

    public PersonalText sealed(UserId by, String text) {
        return PersonalText.of(by, text);
    }

    public PurchaseRequestCreated created(RequestDetails details) {
        return new PurchaseRequestCreated(request, buyer, details);
    }

    public OfferMade made(OfferId offerId, UserId by, String price) {
        return new OfferMade(request, offerId, by, terms(by, price));
    }

    public OfferTerms terms(UserId by, String price) {
        return new OfferTerms(Money.of(price, Currency.USDT), 3, sealed(by, "message"), address(0xA2), null);
    }

    public OfferAccepted acceptance() {
        return new OfferAccepted(
                request,
                offer,
                payment,
                buyer,
                seller,
                Money.of("125.50", Currency.USDT),
                PaymentProvider.AMN_SCANNER,
                Wares.usdt("125.50"),
                address(0xA1),
                address(0xA2));
    }

    public DestinationAllocated allocated() {
        return new DestinationAllocated(
                destination, payment, request, Wares.CHAIN, depositAddress(), "xpub-1", "0/" + number);
    }

    public EscrowTerms terms() {
        return new EscrowTerms(
                request,
                offer,
                buyer,
                seller,
                PaymentProvider.AMN_SCANNER,
                Wares.usdt("125.50"),
                250,
                100,
                address(0xA1),
                address(0xA2),
                destination,
                depositAddress(),
                Log.START.plus(Duration.ofDays(1)));
    }

    public EvmAddress depositAddress() {
        return address(0xD000_0000L + number);
    }

    public static EvmAddress address(long n) {
        return new EvmAddress("0x%040x".formatted(n));
    }

    public String hash(long n) {
        return "0x%032x%032x".formatted(number, n);
    }

    private UserRegistered registered(UserId user, Role role) {
        return new UserRegistered(user, role, sealed(user, "mail"), sealed(user, "name"), AuthProvider.EMAIL);
    }
}
