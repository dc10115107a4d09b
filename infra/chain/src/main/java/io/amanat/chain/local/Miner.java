package io.amanat.chain.local;

import io.amanat.chain.evm.EvmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Mines one block per block time while something happens, and seldom when nothing does. An anvil that mines by itself would write some
 * 1.7 kB of state per empty block: 150 MB a day, written whole again with every save.
 */
final class Miner implements AutoCloseable {

    private final LocalChainSettings settings;
    private final AnvilRpc anvil;
    private final AnvilKeeper keeper;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("local-chain-miner").factory());
    private int quietBlocks;
    private long lastBlockNanos = System.nanoTime();
    private volatile @Nullable String trouble;

    Miner(LocalChainSettings settings, AnvilRpc anvil, AnvilKeeper keeper) {
        this.settings = settings;
        this.anvil = anvil;
        this.keeper = keeper;
    }

    void begin() {
        long periodMs = settings.blockTime().toMillis();
        var _ = thread.scheduleAtFixedRate(this::tick, periodMs, periodMs, TimeUnit.MILLISECONDS);
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    synchronized void mineNow() {
        boolean something = anvil.waitingTransactions() > 0;
        anvil.mine();
        quietBlocks = something ? 0 : quietBlocks + 1;
        lastBlockNanos = System.nanoTime();
        keeper.save();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            keeper.reviveIfDead();
            if (isDue()) {
                mineNow();
            }
            trouble = null;
        } catch (EvmException | LocalChainUnavailable | IOException | UncheckedIOException failure) {
            trouble = "The local chain stands still: " + failure.getMessage();
        }
    }

    private synchronized boolean isDue() {
        return quietBlocks < settings.settlingBlocks()
                || anvil.waitingTransactions() > 0
                || System.nanoTime() - lastBlockNanos
                        >= settings.idleBlockTime().toNanos();
    }
}
