package io.amanat.benchmark.trade;

import io.amanat.contract.Command;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.custody.DestinationCommand.AllocateDestination;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestCommand.AcceptOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmRequestPayment;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.HandOver;
import io.amanat.contract.marketplace.PurchaseRequestCommand.MakeOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ShipGoods;
import io.amanat.contract.marketplace.PurchaseRequestCommand.StartWork;
import io.amanat.contract.marketplace.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every command of a trade in the order in which people, the escrow saga, the chain's watcher and the payout worker send them. Sent one
 * after another to the aggregates alone, without saga and chain, they lead to the same events.
 */
public final class TradeScript {

    static final String PRICE = "125.50";

    private final TradeIds ids;
    private final List<Step> steps = new ArrayList<>();

    private TradeScript(TradeIds ids) {
        this.ids = ids;
    }

    /** {@code payBy} must be in the future when the commands are sent. */
    public static List<Step> of(TradeKind kind, TradeIds ids, Instant payBy) {
        TradeScript script = new TradeScript(ids);
        script.offers();
        switch (kind) {
            case OPEN -> {}
            case COMPLETED -> {
                script.payIn(payBy);
                script.delivery();
                Endings.completed(script);
            }
            case REFUNDED -> {
                script.payIn(payBy);
                script.delivery();
                Endings.refunded(script);
            }
        }
        return List.copyOf(script.steps);
    }

    TradeIds ids() {
        return ids;
    }

    TradeScript person(UserId person, String role, Command command) {
        Map<String, String> more = Map.of(
                MetadataKeys.REQUEST_ID, ids.uuid(100 + 2 * steps.size()).toString(),
                MetadataKeys.IDEMPOTENCY_KEY, ids.uuid(101 + 2 * steps.size()).toString(),
                MetadataKeys.IP, "192.0.2.17");
        return add(command, new Origin("user:" + person, role, ids.request().toString(), more));
    }

    TradeScript buyer(Command command) {
        return person(ids.buyer(), "buyer", command);
    }

    TradeScript seller(Command command) {
        return person(ids.seller(), "seller", command);
    }

    TradeScript platform(String part, Command command) {
        return add(command, Origin.system(part, ids.request()));
    }

    private TradeScript add(Command command, Origin origin) {
        steps.add(new Step(command, origin));
        return this;
    }

    private void offers() {
        buyer(new CreatePurchaseRequest(ids.request(), ids.buyer(), Wares.parcel(ids.buyer())));
        seller(new MakeOffer(ids.request(), ids.offer(), ids.seller(), Wares.terms(ids.seller(), "130")));
        UserId other = ids.otherSeller();
        person(other, "seller", new MakeOffer(ids.request(), ids.otherOffer(), other, Wares.terms(other, "128")));
        seller(new ReviseOffer(ids.request(), ids.offer(), ids.seller(), Wares.terms(ids.seller(), PRICE)));
    }

    private void payIn(Instant payBy) {
        buyer(new AcceptOffer(
                ids.request(),
                ids.offer(),
                ids.buyer(),
                ids.payment(),
                PaymentProvider.AMN_SCANNER,
                Wares.USDT,
                Wares.REFUND_TO));
        TransferKey key = new TransferKey(Wares.CHAIN, ids.hash(1), 0);
        platform(
                "escrow",
                new AllocateDestination(
                        ids.destination(),
                        ids.payment(),
                        ids.request(),
                        Wares.CHAIN,
                        ids.depositAddress(),
                        "a1b2c3d4",
                        "0/" + ids.number()));
        platform("escrow", new OpenPayment(ids.payment(), terms(payBy)));
        platform(
                "watcher",
                new ObserveTransfer(
                        ids.payment(),
                        new ObservedTransfer(
                                key,
                                Wares.address(0xEE),
                                ids.depositAddress(),
                                Wares.USDT.amount(PRICE),
                                1_000,
                                ids.hash(2))));
        platform("watcher", new ConfirmTransfer(ids.payment(), key, 3));
        platform("escrow", new ConfirmRequestPayment(ids.request(), ids.payment()));
    }

    private void delivery() {
        seller(new StartWork(ids.request(), ids.seller()));
        seller(new ShipGoods(
                ids.request(),
                ids.seller(),
                new Shipment(Wares.sealed(ids.seller(), 6), Wares.sealed(ids.seller(), 14), null)));
        seller(new HandOver(ids.request(), ids.seller()));
    }

    private EscrowTerms terms(Instant payBy) {
        return new EscrowTerms(
                ids.request(),
                ids.offer(),
                ids.buyer(),
                ids.seller(),
                PaymentProvider.AMN_SCANNER,
                Wares.USDT.amount(PRICE),
                250,
                0,
                Wares.REFUND_TO,
                Wares.PAY_TO,
                ids.destination(),
                ids.depositAddress(),
                payBy);
    }
}
