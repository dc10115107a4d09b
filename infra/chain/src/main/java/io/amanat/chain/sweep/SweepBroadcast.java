package io.amanat.chain.sweep;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.chain.sweep.Sweep.State;
import io.amanat.contract.custody.SignedTransaction;
import java.time.Clock;
import java.time.Duration;

/** Hands the stored bytes to the node, again and again until it has them. They never change, so the chain takes them once. */
final class SweepBroadcast {

    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final EvmClient client;
    private final SweepTable table;
    private final Clock clock;

    SweepBroadcast(EvmClient client, SweepTable table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    void broadcast() {
        table.due(clock.instant(), State.HANDED_BACK, State.BROADCAST).forEach(this::send);
    }

    private void send(Sweep sweep) {
        SignedTransaction signed = sweep.requireSigned();
        if (client.knowsTransaction(signed.txHash())) {
            sent(sweep);
            return;
        }
        try {
            switch (client.send(signed.raw())) {
                case ACCEPTED, ALREADY_KNOWN -> sent(sweep);
                case NONCE_USED -> {
                    if (client.knowsTransaction(signed.txHash())) {
                        sent(sweep);
                    } else {
                        troubled(
                                sweep,
                                "Nonce " + signed.nonce() + " of " + signed.account()
                                        + " was used by a transaction that is not ours: somebody else signs with this"
                                        + " key.");
                    }
                }
                case UNDERPRICED ->
                    troubled(
                            sweep,
                            "Another transaction with nonce " + signed.nonce() + " of " + signed.account()
                                    + " waits in the node, or more is asked for per gas than it offers.");
                case NO_GAS -> troubled(sweep, "The address " + signed.account() + " cannot pay the gas.");
            }
        } catch (NodeRefused refused) {
            troubled(sweep, "The node does not take it: " + refused.reason());
        }
    }

    private void sent(Sweep sweep) {
        if (sweep.state() == State.HANDED_BACK) {
            table.broadcast(sweep);
        }
    }

    private void troubled(Sweep sweep, String why) {
        table.troubled(sweep, clock.instant().plus(RETRY_AFTER), why);
    }
}
