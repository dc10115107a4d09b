package io.amanat.chain.sweep;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.sweep.Sweep.MinedIn;
import io.amanat.chain.sweep.Sweep.State;
import java.math.BigInteger;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks what became of what was sent: waiting, in a block, out of it again, final; or overtaken by another of the same nonce. */
final class SweepFollowing {

    static final String REVERTED = "reverted";
    static final String NOTHING_MOVED = "nothing-moved";
    static final String MOVED_OTHERWISE = "moved-otherwise";
    static final String NONCE_USED = "nonce-used";

    private static final Logger log = LoggerFactory.getLogger(SweepFollowing.class);

    private final EvmClient client;
    private final SweepTable table;
    private final IntSupplier confirmations;
    private final Clock clock;

    SweepFollowing(EvmClient client, SweepTable table, IntSupplier confirmations, Clock clock) {
        this.client = client;
        this.table = table;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    void follow() {
        for (Sweep sweep : table.due(clock.instant(), State.HANDED_BACK, State.BROADCAST, State.MINED)) {
            Optional<Receipt> receipt = client.receipt(sweep.requireSigned().txHash());
            if (receipt.isPresent()) {
                inBlock(sweep, receipt.get());
            } else if (sweep.state() == State.MINED) {
                table.broadcast(sweep);
            } else if (isUsedForGood(sweep)) {
                failed(sweep, NONCE_USED);
            }
        }
        for (Sweep sweep : table.due(clock.instant(), State.UNSIGNED)) {
            if (isUsedForGood(sweep)) {
                table.cancelled(sweep, NONCE_USED);
            }
        }
    }

    private void inBlock(Sweep sweep, Receipt receipt) {
        MinedIn block = new MinedIn(receipt.blockNumber(), receipt.blockHash());
        if (isFinal(receipt)) {
            decide(sweep, receipt, block);
        } else if (sweep.state() != State.MINED || !block.equals(sweep.mined())) {
            table.mined(sweep, block);
        }
    }

    private boolean isFinal(Receipt receipt) {
        return client.headNumber() - receipt.blockNumber() + 1 >= confirmations.getAsInt()
                && client.blockByNumber(receipt.blockNumber())
                        .map(Block::hash)
                        .filter(receipt.blockHash()::equals)
                        .isPresent();
    }

    /** A successful transaction is not yet a transfer: some tokens answer "no" instead of reverting, some keep a part. */
    private void decide(Sweep sweep, Receipt receipt, MinedIn block) {
        if (!receipt.succeeded()) {
            failed(sweep, REVERTED);
            return;
        }
        Optional<TokenTransfer> moved = receipt.transfers().stream()
                .filter(transfer -> transfer.token().equals(sweep.token())
                        && transfer.from().equals(sweep.from())
                        && transfer.to().equals(sweep.to())
                        && transfer.amount().equals(sweep.amount()))
                .findFirst();
        if (moved.isPresent()) {
            table.swept(sweep, block, moved.get().logIndex());
        } else if (receipt.transfers().stream()
                .noneMatch(transfer -> transfer.from().equals(sweep.from()))) {
            failed(sweep, NOTHING_MOVED);
        } else {
            failed(sweep, MOVED_OTHERWISE + ": " + received(sweep, receipt) + " of " + sweep.amount());
        }
    }

    private static BigInteger received(Sweep sweep, Receipt receipt) {
        return receipt.transfers().stream()
                .filter(transfer ->
                        transfer.token().equals(sweep.token()) && transfer.to().equals(sweep.to()))
                .map(TokenTransfer::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Whether another transaction had this nonce in a block that is final: the bytes of the sweep can never be mined. */
    private boolean isUsedForGood(Sweep sweep) {
        Long nonce = sweep.nonce();
        if (nonce == null || client.minedNonce(sweep.from()) <= nonce) {
            return false;
        }
        try {
            long settled = Math.max(0, client.headNumber() - confirmations.getAsInt() + 1);
            return client.minedNonceAt(sweep.from(), settled) > nonce
                    && (sweep.signed() == null
                            || client.receipt(sweep.signed().txHash()).isEmpty());
        } catch (NodeRefused forgotten) {
            return false; // a node that does not remember: it stays in trouble, and is looked at again
        }
    }

    private void failed(Sweep sweep, String failure) {
        log.warn("Sweep {} failed: {}", sweep.id(), failure);
        table.failed(sweep, failure);
    }
}
