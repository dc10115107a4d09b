package io.amanat.chain.local;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.EvmException;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The local EVM node of the demo: anvil on 127.0.0.1 with our token contracts, whose chain goes on where it stopped.
 *
 * <p>Its life: {@link #start} takes an anvil over that an earlier app left running, or starts one from the saved state, and compares it with the
 * blocks known from before. While the app lives it mines (anvil does not by itself) and saves after each block, so a kill of anvil
 * loses what waits and at most the newest block. A kill of the app leaves anvil with everything; it stands still
 * until the next start. {@link #close} saves and ends it. If anvil dies in between, it is started again.
 */
public final class LocalChain implements AutoCloseable {

    public static final long CHAIN_ID = 31337;

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
    private static final BigInteger TOKEN_FLOAT = BigInteger.TEN.pow(7 + 6);
    private static final BigInteger GAS_FLOAT_WEI = BigInteger.TEN.pow(2 + 18);

    private final LocalChainSettings settings;
    private final Consumer<String> progress;
    private final EvmClient client;
    private final AnvilRpc anvil;
    private final AnvilKeeper keeper;
    private final FileChannel lock;
    private final Miner miner;

    private LocalChain(LocalChainSettings settings, Consumer<String> progress, FileChannel lock) {
        String url = "http://127.0.0.1:" + settings.port();
        this.settings = settings;
        this.progress = progress;
        this.lock = lock;
        this.client = new EvmClient(url, CALL_TIMEOUT);
        this.anvil = new AnvilRpc(url, CALL_TIMEOUT);
        this.keeper = new AnvilKeeper(settings, progress, client, anvil);
        this.miner = new Miner(settings, anvil, keeper);
    }

    /**
     * Brings the chain up; takes seconds, minutes if anvil must be installed first.
     *
     * @param progress told one line per step
     * @throws ChainNotRecognised if a chain is there that is not the one known from before
     * @throws LocalChainUnavailable if there can be none here: no npm, the port taken, a damaged folder
     */
    public static LocalChain start(LocalChainSettings settings, Consumer<String> progress) {
        try {
            Files.createDirectories(settings.folder());
            LocalChain chain = new LocalChain(settings, progress, lock(settings));
            try {
                chain.bringUp();
                return chain;
            } catch (IOException | RuntimeException failure) {
                chain.release();
                throw failure;
            }
        } catch (IOException failure) {
            throw new LocalChainUnavailable(
                    "The folder " + settings.folder() + " of the local chain can neither be read nor written.",
                    failure);
        } catch (EvmException failure) {
            throw new LocalChainUnavailable("The local chain does not answer (" + failure.getMessage() + ").", failure);
        }
    }

    public String rpcUrl() {
        return "http://127.0.0.1:" + settings.port();
    }

    /** True if anvil was already running, left by an app that was killed. */
    public boolean adopted() {
        return keeper.adopted();
    }

    /** What is wrong now, in a sentence for the health page; empty while the chain moves. */
    public Optional<String> trouble() {
        return miner.trouble();
    }

    /** The process id of anvil, if it is known: a test kills it. */
    public Optional<Long> pid() {
        return keeper.pid();
    }

    /** Gives an account 100 native coins and 10 million of each token, unless it has some or has sent something already. */
    public void endow(EvmAddress account) {
        if (client.balanceWei(account).compareTo(GAS_FLOAT_WEI.shiftRight(1)) < 0) {
            anvil.setBalanceWei(account, GAS_FLOAT_WEI);
        }
        for (EvmAddress token : List.of(LocalTokens.USDC, LocalTokens.USDT)) {
            if (client.tokenBalance(token, account).signum() == 0 && client.minedNonce(account) == 0) {
                progress.accept("Endowing " + account + " with " + client.tokenSymbol(token));
                LocalTokens.mint(client, token, account, TOKEN_FLOAT);
            }
        }
        miner.mineNow();
    }

    /** Saves the chain and ends anvil. */
    @Override
    public void close() {
        miner.close();
        try {
            keeper.save();
        } catch (EvmException | UncheckedIOException lost) {
            progress.accept("The local chain could not be saved at the end: " + lost.getMessage());
        }
        keeper.stop();
        release();
    }

    private void bringUp() throws IOException {
        keeper.bringUp();
        LocalTokens.deploy(client, anvil::mine, progress);
        keeper.save();
        miner.begin();
        endow(DevAccounts.BUYER.address());
        progress.accept("Local chain " + CHAIN_ID + " at " + rpcUrl() + ", block " + client.headNumber());
    }

    private void release() {
        miner.close();
        client.close();
        anvil.close();
        try {
            lock.close();
        } catch (IOException harmless) {
            progress.accept("The lock of " + settings.folder() + " could not be released");
        }
    }

    private static FileChannel lock(LocalChainSettings settings) throws IOException {
        FileChannel channel = FileChannel.open(
                settings.folder().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new LocalChainUnavailable(
                    "Another process uses the local chain in " + settings.folder() + ": stop it first.");
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }
}
