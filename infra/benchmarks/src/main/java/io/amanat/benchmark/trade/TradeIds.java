package io.amanat.benchmark.trade;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.OfferId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import java.util.UUID;

/**
 * The names of everything in one trade: spread as random ones are, yet the same for the same number, and different for different
 * numbers.
 *
 * @param number of the trade; trades of different numbers share only people
 * @param people how many there are to choose from
 */
public record TradeIds(long number, int people) {

    private static final int BUYER = 1;
    private static final int SELLER = 2;
    private static final int OTHER_SELLER = 3;
    private static final int PARTS = 3;

    /** Of the people who take part in no trade as a party. */
    static final UserId RESOLVER = person(0);

    public TradeIds {
        if (people < PARTS + 1) {
            throw new IllegalArgumentException("a trade takes three people and a resolver");
        }
    }

    /** The {@code index}-th of all people, from 0; the first one is the resolver. */
    static UserId person(long index) {
        return new UserId(uuid(-1, index));
    }

    /** Three different people for the three parts. */
    private UserId party(int part) {
        long groups = (people - 1L) / PARTS;
        long group = Long.remainderUnsigned(mixed(number, 0), groups);
        return person(1 + group * PARTS + (part - 1L));
    }

    public UserId buyer() {
        return party(BUYER);
    }

    public UserId seller() {
        return party(SELLER);
    }

    UserId otherSeller() {
        return party(OTHER_SELLER);
    }

    public PurchaseRequestId request() {
        return new PurchaseRequestId(uuid(10));
    }

    public OfferId offer() {
        return new OfferId(uuid(11));
    }

    OfferId otherOffer() {
        return new OfferId(uuid(12));
    }

    PaymentId payment() {
        return new PaymentId(uuid(13));
    }

    DestinationId destination() {
        return new DestinationId(uuid(14));
    }

    DisputeId dispute() {
        return new DisputeId(uuid(15));
    }

    CustodyTransferId release() {
        return new CustodyTransferId(uuid(16));
    }

    CustodyTransferId refund() {
        return new CustodyTransferId(uuid(17));
    }

    UUID evidence() {
        return uuid(18);
    }

    EvmAddress depositAddress() {
        return new EvmAddress("0x" + hex(20).substring(0, 40));
    }

    /** Of the {@code index}-th transaction or block of this trade. */
    String hash(int index) {
        return "0x" + hex(30 + index);
    }

    /** Of the {@code index}-th message, or whatever else needs a name. */
    UUID uuid(int index) {
        return uuid(number, index);
    }

    private String hex(int index) {
        StringBuilder digits = new StringBuilder();
        for (int word = 0; word < 4; word++) {
            digits.append("%016x".formatted(mixed(mixed(number, index), word)));
        }
        return digits.toString();
    }

    /** Marked as a random one (version 4). */
    private static UUID uuid(long number, long index) {
        long high = mixed(number, 2 * index);
        long low = mixed(number, 2 * index + 1);
        return new UUID((high & ~0xF000L) | 0x4000L, (low & ~(3L << 62)) | (2L << 62));
    }

    /** SplitMix64's finalizer over both: a one-to-one mixing of every bit for a fixed second argument. */
    private static long mixed(long number, long index) {
        long z = number * 0x9E3779B97F4A7C15L + (index + 1) * 0xD1B54A32D192ED03L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
