package io.amanat.chain.sweep;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.payout.GasOrders;
import io.amanat.chain.sweep.Sweep.State;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Sees to it that an address can pay for its sweeps, then offers them for signing. The gas comes from a hot account, one order per batch and
 * address for all its tokens: {@link GasOrders}. What is left of it stays on the address, for its next sweep.
 */
final class SweepGas {

    static final String NO_GAS = "no-gas";

    private final EvmClient client;
    private final SweepTable table;
    private final GasOrders orders;
    private final Clock clock;

    SweepGas(EvmClient client, SweepTable table, GasOrders orders, Clock clock) {
        this.client = client;
        this.table = table;
        this.orders = orders;
        this.clock = clock;
    }

    void giveAndOffer() {
        table.due(clock.instant(), State.PRICED).stream()
                .map(Sweep::from)
                .distinct()
                .forEach(this::giveAndOffer);
    }

    private void giveAndOffer(EvmAddress from) {
        List<Sweep> underway = table.underway(from);
        Optional<Sweep> oldest =
                underway.stream().filter(sweep -> sweep.state() == State.PRICED).findFirst();
        if (oldest.isEmpty() || underway.stream().anyMatch(sweep -> sweep.state() == State.APPROVED)) {
            return; // all of an address are given their gas at once
        }
        Sweep first = oldest.get();
        List<Sweep> priced = underway.stream()
                .filter(sweep ->
                        sweep.state() == State.PRICED && sweep.batchId().equals(first.batchId()))
                .toList();
        BigInteger needed = underway.stream()
                .filter(sweep -> sweep.state() != State.MINED)
                .map(SweepGas::wei)
                .reduce(BigInteger.ZERO, BigInteger::add);
        UUID order = orderOf(first);
        GasOrders.Status status = orders.status(order); // asked before the balance: what has arrived is then in it
        BigInteger there = client.balanceWei(from);
        if (there.compareTo(needed) >= 0) {
            offer(from, priced);
            return;
        }
        switch (status) {
            case NONE -> orders.order(order, first.requestId(), first.chainId(), from, needed.subtract(there));
            case UNDERWAY -> {}
            case GIVEN, FAILED -> priced.forEach(sweep -> table.failed(sweep, NO_GAS));
        }
    }

    /** The lowest nonces that are free: one that was given to a sweep which nobody signed is not left out for ever. */
    private void offer(EvmAddress from, List<Sweep> priced) {
        long nonce = client.minedNonce(from);
        Set<Long> taken = table.nonces(from);
        for (Sweep sweep : priced) {
            while (taken.contains(nonce)) {
                nonce++;
            }
            table.offered(sweep, nonce, clock.instant());
            nonce++;
        }
    }

    private static BigInteger wei(Sweep sweep) {
        return sweep.price() == null ? BigInteger.ZERO : sweep.price().wei();
    }

    /** The same for the same batch and address, however often it is asked: a version 3 (name-based) UUID. */
    private static UUID orderOf(Sweep sweep) {
        String name = "gas of sweep batch " + sweep.batchId() + " for " + sweep.from();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
