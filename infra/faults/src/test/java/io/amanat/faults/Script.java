package io.amanat.faults;

import io.amanat.contract.Command;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.DestinationCommand.AllocateDestination;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.AuthProvider;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.marketplace.DeliveryMethod;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.OfferTerms;
import io.amanat.contract.marketplace.ProductType;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.HandOver;
import io.amanat.contract.marketplace.PurchaseRequestCommand.IssueDeliveryCode;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MakeOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MarkSellerPaid;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.StartWork;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestDetails;
import io.amanat.contract.marketplace.RequestDetails.Budget;
import io.amanat.contract.marketplace.RequestDetails.DeliveryPreferences;
import io.amanat.contract.marketplace.RequestDetails.Specification;
import io.amanat.contract.marketplace.Urgency;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What a client sends as its command number 0, 1, 2, …: the same for the same numbers in every process, so that a command can be repeated
 * by whoever lives. Each leads to at least one event. Trades follow each other from the request to the payout; a wrong delivery code, which
 * an aggregate counts each time that it hears it, and a revised offer on a request that all clients share are among the steps.
 */
final class Script {
    /** Commands of one trade. */
    static final int TRADE = 18;

    /** Who asks for what all clients offer; sends {@link #POPULAR_COMMANDS} commands, before all others. */
    static final int POPULAR = -1;

    static final int POPULAR_COMMANDS = 2;
    /** Commands of a client before its first trade. */
    private static final int BEFORE_TRADES = 3;

    private static final int TEXT_MAX = 100_000;
    private static final long CHAIN = 31_337;
    private static final Asset USDT = new Asset(CHAIN, address(0xA3), Currency.USDT, 6);
    private static final String PRICE = "125.50";
    private static final DeliveryCodeHash CODE = new DeliveryCodeHash("a".repeat(64));
    private static final DeliveryCodeHash WRONG = new DeliveryCodeHash("b".repeat(64));
    private static final Instant PAY_BY = Instant.parse("2100-01-01T00:00:00Z");

    private final int client;
    private final int number;
    private final int trade;

    private Script(int client, int number) {
        this.client = client;
        this.number = number;
        this.trade = Math.max(0, number - BEFORE_TRADES) / TRADE;
    }

    record Step(Command command, Origin origin) {}

    /** @param number from 0 on; each needs the ones before */
    static Step of(int client, int number) {
        Script script = new Script(client, number);
        return client == POPULAR ? script.popular() : script.step();
    }

    /** Of one command, and of nobody else's. */
    static String key(int client, int number) {
        return "client-" + client + "-command-" + number;
    }

    /** One that no event can hold. */
    static Step tooLarge(int client) {
        Script script = new Script(client, 0);
        PurchaseRequestId request = new PurchaseRequestId(script.id("too-large"));
        UserId buyer = script.user("buyer");
        return script.person(buyer, "buyer", request, create(request, buyer, 1_200_000));
    }

    private Step step() {
        return switch (number) {
            case 0 -> register(buyerId(), Role.BUYER);
            case 1 -> register(sellerId(), Role.SELLER);
            case 2 ->
                seller(popularRequest(), new MakeOffer(popularRequest(), popularOffer(), sellerId(), terms("200")));
            default -> ofTrade((number - BEFORE_TRADES) % TRADE);
        };
    }

    private Step popular() {
        return number == 0
                ? register(buyerId(), Role.BUYER)
                : person(buyerId(), "buyer", popularRequest(), create(popularRequest(), buyerId(), 24));
    }

    private Step register(UserId who, Role role) {
        Origin origin =
                new Origin("system:edge", "system", named("registration/" + who).toString(), idempotent());
        PersonalText words = sealed(who, 40);
        return new Step(new RegisterUser(who, role, words, words, AuthProvider.EMAIL), origin);
    }

    private Step ofTrade(int step) {
        return switch (step) {
            case 0 -> buyer(create(request(), buyerId(), 24));
            case 1 -> seller(request(), new MakeOffer(request(), offer(), sellerId(), terms(PRICE)));
            case 2 ->
                buyer(new AcceptOffer(
                        request(), offer(), buyerId(), payment(), PaymentProvider.AMN_SCANNER, USDT, address(0xA1)));
            case 3 ->
                platform(new AllocateDestination(
                        destination(),
                        payment(),
                        request(),
                        CHAIN,
                        deposit(),
                        "a1b2c3d4",
                        "0/" + (client * 100_000 + trade)));
            case 4 -> platform(new OpenPayment(payment(), escrow()));
            case 5 -> platform(new ObserveTransfer(payment(), transfer()));
            case 6 -> platform(new ConfirmTransfer(payment(), transfer().key(), 3));
            case 7 -> platform(new ConfirmRequestPayment(request(), payment()));
            case 8 -> seller(request(), new StartWork(request(), sellerId()));
            case 9 -> seller(request(), new HandOver(request(), sellerId()));
            case 10 -> buyer(new IssueDeliveryCode(request(), buyerId(), CODE));
            case 11 -> buyer(new ConfirmDelivery(request(), buyerId(), WRONG));
            case 12 ->
                seller(
                        popularRequest(),
                        new ReviseOffer(popularRequest(), popularOffer(), sellerId(), terms("" + (201 + trade % 100))));
            case 13 -> buyer(new ConfirmDelivery(request(), buyerId(), CODE));
            case 14 -> platform(new MakeEscrowReleasable(payment()));
            case 15 -> platform(new SettleEscrow(payment(), release()));
            case 16 -> platform(new RecordLegSettled(payment(), release(), hash("payout")));
            default -> platform(new MarkSellerPaid(request(), payment()));
        };
    }

    private Step buyer(Command command) {
        return person(buyerId(), "buyer", request(), command);
    }

    private Step seller(PurchaseRequestId about, Command command) {
        return person(sellerId(), "seller", about, command);
    }

    private Step person(UserId who, String role, PurchaseRequestId about, Command command) {
        return new Step(command, new Origin("user:" + who, role, about.toString(), idempotent()));
    }

    private Step platform(Command command) {
        return new Step(command, new Origin("system:escrow", "system", request().toString(), idempotent()));
    }

    private Map<String, String> idempotent() {
        return Map.of(MetadataKeys.IDEMPOTENCY_KEY, key(client, number));
    }

    private static CreatePurchaseRequest create(PurchaseRequestId request, UserId buyer, int length) {
        // one text is bounded by itself, so that many make a large event
        int texts = length / TEXT_MAX;
        List<Specification> specifications = IntStream.range(0, texts)
                .mapToObj(index -> new Specification("part-" + index, sealed(buyer, TEXT_MAX)))
                .toList();
        Budget budget = new Budget(Money.of("100", Currency.USDT), Money.of("500.25", Currency.USDT));
        return new CreatePurchaseRequest(
                request,
                buyer,
                new RequestDetails(
                        sealed(buyer, 40),
                        sealed(buyer, 60 + length % TEXT_MAX),
                        ProductType.DIGITAL_PRODUCT,
                        budget,
                        Urgency.MEDIUM,
                        1,
                        specifications,
                        new DeliveryPreferences(DeliveryMethod.DIGITAL, null, null, null),
                        null,
                        List.of()));
    }

    private OfferTerms terms(String price) {
        return new OfferTerms(Money.of(price, Currency.USDT), 3, sealed(sellerId(), 80), address(0xA2), null);
    }

    private EscrowTerms escrow() {
        return new EscrowTerms(
                request(),
                offer(),
                buyerId(),
                sellerId(),
                PaymentProvider.AMN_SCANNER,
                USDT.amount(PRICE),
                250,
                0,
                address(0xA1),
                address(0xA2),
                destination(),
                deposit(),
                PAY_BY);
    }

    private ObservedTransfer transfer() {
        return new ObservedTransfer(
                new TransferKey(CHAIN, hash("deposit"), 0),
                address(0xEE),
                deposit(),
                USDT.amount(PRICE),
                1_000,
                hash("block"));
    }

    private static PurchaseRequestId popularRequest() {
        return new PurchaseRequestId(new Script(POPULAR, 0).id("request"));
    }

    private OfferId popularOffer() {
        return new OfferId(named(client + "/popular-offer"));
    }

    private UserId buyerId() {
        return user("buyer");
    }

    private UserId sellerId() {
        return user("seller");
    }

    private PurchaseRequestId request() {
        return new PurchaseRequestId(id("request"));
    }

    private OfferId offer() {
        return new OfferId(id("offer"));
    }

    private PaymentId payment() {
        return new PaymentId(id("payment"));
    }

    private DestinationId destination() {
        return new DestinationId(id("destination"));
    }

    private CustodyTransferId release() {
        return new CustodyTransferId(id("release"));
    }

    private EvmAddress deposit() {
        return new EvmAddress("0x" + hash("address").substring(2, 42));
    }

    private String hash(String name) {
        String half = id(name).toString().replace("-", "");
        return "0x" + half + half;
    }

    private UserId user(String name) {
        return new UserId(named(client + "/" + name));
    }

    private UUID id(String name) {
        return named(client + "/" + trade + "/" + name);
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static EvmAddress address(long number) {
        return new EvmAddress("0x%040x".formatted(number));
    }

    /** As long as sealed text, and opens for nobody. */
    private static PersonalText sealed(UserId person, int length) {
        return PersonalText.of(person, "s".repeat(length));
    }
}
