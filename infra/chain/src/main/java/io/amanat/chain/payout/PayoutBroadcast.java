package io.amanat.chain.payout;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.chain.payout.Payout.State;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.money.EvmAddress;
import java.time.Clock;

/**
 * Hands the stored bytes to the node, again and again until it has them: after an unknown outcome, after a node lost its pool, after
 * a reorg. Bytes never change, and all versions of them have one nonce: however often they are sent, the chain takes one, once.
 */
final class PayoutBroadcast {

    private final EvmClient client;
    private final PayoutTable table;
    private final PayoutVersions versions;
    private final Clock clock;

    PayoutBroadcast(EvmClient client, PayoutTable table, PayoutVersions versions, Clock clock) {
        this.client = client;
        this.table = table;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * One account's, in the order of the nonces. Below the first that the chain has not mined something was mined with each; that it was ours is
     * looked after.
     */
    void broadcast(EvmAddress account) {
        long firstUnmined = client.minedNonce(account);
        for (Payout payout : table.underway(account)) {
            SignedTransaction signed = payout.requireSigned();
            if (payout.state() != State.MINED && signed.nonce() < firstUnmined) {
                sendOrFind(payout, signed);
            }
        }
        for (Payout payout : table.sendable(account, firstUnmined)) {
            sendOrFind(payout, payout.requireSigned());
        }
    }

    private void sendOrFind(Payout payout, SignedTransaction signed) {
        if (payout.replacedUntold()) {
            return;
        }
        if (client.knowsTransaction(signed.txHash())) {
            noteSent(payout);
            return;
        }
        try {
            switch (client.send(signed.raw())) {
                case ACCEPTED, ALREADY_KNOWN -> noteSent(payout);
                case NONCE_USED -> {
                    if (knowsAnyOf(payout)) {
                        noteSent(payout);
                    } else {
                        table.troubled(
                                payout,
                                "Nonce " + signed.nonce() + " of " + signed.account()
                                        + " was used by a transaction that is not ours: somebody else signs with this"
                                        + " key.");
                    }
                }
                case UNDERPRICED -> {
                    if (knowsAnyOf(payout)) {
                        noteSent(payout);
                    } else {
                        table.troubled(
                                payout,
                                "Another transaction with nonce " + signed.nonce() + " of " + signed.account()
                                        + " waits in the node and pays more.");
                    }
                }
                case NO_GAS -> table.troubled(payout, "The hot account " + signed.account() + " cannot pay the gas.");
            }
        } catch (NodeRefused refused) {
            table.troubled(payout, "The node does not take it: " + refused.reason());
        }
    }

    /** A version that was replaced here may live on in the node, or be mined. */
    private boolean knowsAnyOf(Payout payout) {
        return versions.of(payout).stream()
                .anyMatch(
                        version -> client.knowsTransaction(version.transaction().txHash()));
    }

    private void noteSent(Payout payout) {
        if (payout.state() == State.SIGNED) {
            table.broadcast(payout, clock.instant());
        } else {
            table.untroubled(payout);
        }
    }
}
