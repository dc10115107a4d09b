package io.amanat.chain.payout;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.payout.Payout.Kind;
import io.amanat.chain.payout.Payout.MinedIn;
import io.amanat.chain.payout.Payout.State;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.custody.TransferFailures;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Looks what became of what was sent: waiting, in a block, out of it again, final. */
final class PayoutFollowing {

    static final String REVERTED = "reverted";
    static final String NOTHING_MOVED = "nothing-moved";

    private final EvmClient client;
    private final PayoutTable table;
    private final PayoutVersions versions;
    private final IntSupplier confirmations;
    private final Clock clock;

    PayoutFollowing(
            EvmClient client, PayoutTable table, PayoutVersions versions, IntSupplier confirmations, Clock clock) {
        this.client = client;
        this.table = table;
        this.versions = versions;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    void follow(List<Payout> underway) {
        for (Payout payout : underway) {
            Optional<Found> found = find(payout);
            if (found.isPresent()) {
                inBlock(payout, found.get());
            } else if (payout.state() == State.MINED) {
                table.broadcast(payout, clock.instant());
            }
        }
    }

    /** Of all versions at most one is in the chain; usually the newest. */
    private Optional<Found> find(Payout payout) {
        return find(payout.requireSigned())
                .or(() -> versions.besides(payout).stream()
                        .flatMap(version -> find(version).stream())
                        .findFirst());
    }

    private Optional<Found> find(SignedTransaction version) {
        return client.receipt(version.txHash()).map(receipt -> new Found(version, receipt));
    }

    private void inBlock(Payout payout, Found found) {
        if (isFinal(found.receipt())) {
            decide(payout, found);
        } else if (payout.state() != State.MINED
                || !found.block().equals(payout.mined())
                || !found.version().equals(payout.signed())) {
            table.mined(payout, found.version(), found.block());
        }
    }

    private boolean isFinal(Receipt receipt) {
        return client.headNumber() - receipt.blockNumber() + 1 >= confirmations.getAsInt()
                && client.blockByNumber(receipt.blockNumber())
                        .map(Block::hash)
                        .filter(receipt.blockHash()::equals)
                        .isPresent();
    }

    /**
     * A successful transaction is not yet a payment: some tokens answer "no" instead of reverting, some keep a part. What has moved
     * otherwise is never sent again; a guard decides whether it is done.
     */
    private void decide(Payout payout, Found found) {
        Receipt receipt = found.receipt();
        EvmAddress account = found.version().account();
        if (!receipt.succeeded()) {
            table.reverted(payout, found.version(), found.block(), REVERTED);
        } else if (payout.kind() == Kind.GAS
                || receipt.transferred(payout.token(), account, payout.to(), payout.amount())) {
            table.paid(payout, found.version(), found.block());
        } else if (receipt.transfers().stream()
                .noneMatch(transfer -> transfer.from().equals(account))) {
            table.reverted(payout, found.version(), found.block(), NOTHING_MOVED);
        } else {
            table.reverted(
                    payout,
                    found.version(),
                    found.block(),
                    TransferFailures.MOVED_OTHERWISE + ": " + received(payout, receipt) + " of " + payout.amount());
        }
    }

    private static BigInteger received(Payout payout, Receipt receipt) {
        return receipt.transfers().stream()
                .filter(transfer ->
                        transfer.token().equals(payout.token()) && transfer.to().equals(payout.to()))
                .map(TokenTransfer::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The version that is in a block. */
    private record Found(SignedTransaction version, Receipt receipt) {
        MinedIn block() {
            return new MinedIn(receipt.blockNumber(), receipt.blockHash());
        }
    }
}
