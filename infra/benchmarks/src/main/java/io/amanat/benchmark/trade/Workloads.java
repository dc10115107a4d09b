package io.amanat.benchmark.trade;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.marketplace.PurchaseRequestCommand.CreatePurchaseRequest;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ReviseOffer;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.marketplace.RequestLifecycleEvent.PurchaseRequestCreated;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What the measurements send: never the same thing twice, from however many threads. */
public final class Workloads {

    private static final Duration PAYMENT_WINDOW = Duration.ofDays(1);
    private static final long CENTS_MAX = 40_000;

    private final AtomicLong next;
    private final int people;
    private final InstantSource clock;

    /**
     * @param firstNumber of the trades made here; below it are those that a {@link LogGenerator} has made
     * @param people as many as the generator has made, if commands are to meet its users
     */
    public Workloads(long firstNumber, int people, InstantSource clock) {
        this.next = new AtomicLong(firstNumber);
        this.people = people;
        this.clock = clock;
    }

    /** One command, a new aggregate, one event: somebody asks for a download. */
    public List<Step> request() {
        TradeIds ids = ids();
        return List.of(new Step(
                new CreatePurchaseRequest(ids.request(), ids.buyer(), Wares.download(ids.buyer())), origin(ids)));
    }

    /** The request that {@link #request} makes, as the event that it leads to. */
    public PurchaseRequestId idOf(List<Step> request) {
        return PurchaseRequestId.of(request.getFirst().command().target().toString());
    }

    /** The same event and metadata as {@link #request} leads to. */
    public FreshEvent created() {
        TradeIds ids = ids();
        Origin origin = origin(ids);
        Map<String, String> metadata = new HashMap<>(origin.more());
        metadata.put(MetadataKeys.ACTOR, origin.actor());
        metadata.put(MetadataKeys.ACTOR_ROLE, origin.actorRole());
        metadata.put(MetadataKeys.CORRELATION_ID, origin.correlationId());
        metadata.put(MetadataKeys.CAUSATION_ID, ids.uuid(2).toString());
        return new FreshEvent(
                "PurchaseRequest",
                new PurchaseRequestCreated(ids.request(), ids.buyer(), Wares.download(ids.buyer())),
                metadata);
    }

    /** One command, one event, on one of {@code loaded} requests that an {@link LogGenerator#ofOpenRequests} has made. */
    public List<Step> revision(long loaded) {
        long cents = ThreadLocalRandom.current().nextLong(10_000, CENTS_MAX);
        TradeIds ids = new TradeIds(ThreadLocalRandom.current().nextLong(loaded), people);
        String price = "%d.%02d".formatted(cents / 100, cents % 100);
        Map<String, String> more = new HashMap<>(keys(ids()));
        Origin origin =
                new Origin("user:" + ids.seller(), "seller", ids.request().toString(), more);
        return List.of(new Step(
                new ReviseOffer(ids.request(), ids.offer(), ids.seller(), Wares.terms(ids.seller(), price)), origin));
    }

    /** Every command of a completed trade. */
    public List<Step> trade() {
        return TradeScript.of(TradeKind.COMPLETED, ids(), clock.instant().plus(PAYMENT_WINDOW));
    }

    private TradeIds ids() {
        return new TradeIds(next.getAndIncrement(), people);
    }

    private static Origin origin(TradeIds ids) {
        return new Origin("user:" + ids.buyer(), "buyer", ids.request().toString(), keys(ids));
    }

    private static Map<String, String> keys(TradeIds ids) {
        return Map.of(
                MetadataKeys.REQUEST_ID, ids.uuid(0).toString(),
                MetadataKeys.IDEMPOTENCY_KEY, ids.uuid(1).toString(),
                MetadataKeys.IP, "192.0.2.17");
    }
}
