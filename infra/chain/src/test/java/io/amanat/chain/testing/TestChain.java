package io.amanat.chain.testing;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.local.AnvilRpc;
import io.amanat.chain.local.BornChains;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.DevWallet;
import io.amanat.chain.local.LocalChain;
import io.amanat.chain.local.LocalChainSettings;
import io.amanat.chain.local.LocalTokens;
import io.amanat.contract.money.EvmAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One real EVM node per JVM, with both token contracts and an endowed buyer, for the tests of every module. It mines only when a test says so:
 * {@link #mine}. Tests share its accounts, so compare differences of balances. Where a test throws blocks away, it does so only
 * with its own newest ones.
 */
public final class TestChain {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    private final LocalChain chain;
    private final EvmClient client;
    private final AnvilRpc anvil;

    private TestChain(LocalChain chain) {
        this.chain = chain;
        this.client = new EvmClient(chain.rpcUrl(), CALL_TIMEOUT);
        this.anvil = new AnvilRpc(chain.rpcUrl(), CALL_TIMEOUT);
    }

    /** The JVM's chain, started when first asked for and ended with the JVM. */
    public static TestChain shared() {
        return Shared.CHAIN;
    }

    /** One more chain, beside the shared one, with the same contracts at the same addresses; ended with the JVM. */
    public static TestChain another(long chainId) {
        return Shared.start(chainId);
    }

    /** The node's process. */
    public long pid() {
        return chain.pid().orElseThrow();
    }

    public String rpcUrl() {
        return chain.rpcUrl();
    }

    public EvmClient client() {
        return client;
    }

    /** Snapshots, reorgs, time. */
    public AnvilRpc anvil() {
        return anvil;
    }

    public EvmAddress usdc() {
        return LocalTokens.USDC;
    }

    public EvmAddress usdt() {
        return LocalTokens.USDT;
    }

    /** The wallet of the endowed buyer. */
    public DevWallet buyer() {
        return new DevWallet(client, DevAccounts.BUYER);
    }

    /** The wallet of the seller, who has native coins but no tokens at first. */
    public DevWallet seller() {
        return new DevWallet(client, DevAccounts.SELLER);
    }

    /** Gives an account native coins and 10 million of each token; mines a block. */
    public void endow(EvmAddress account) {
        chain.endow(account);
    }

    /** Mines this many blocks. */
    public void mine(int blocks) {
        anvil.mine(blocks);
    }

    /** Sends tokens from the buyer and mines one block. */
    public Receipt pay(EvmAddress token, EvmAddress to, BigInteger amount) {
        String hash = buyer().transfer(token, to, amount);
        anvil.mine();
        return client.receipt(hash).orElseThrow(() -> new AssertionError("not mined: " + hash));
    }

    private static final class Shared {
        static final TestChain CHAIN = start(LocalChain.CHAIN_ID);

        static TestChain start(long chainId) {
            try {
                Path folder = Files.createTempDirectory("amanat-test-chain");
                BornChains.born(folder, chainId);
                LocalChainSettings settings =
                        new LocalChainSettings(folder, TestTools.toolsFolder(), TestTools.freePort(), NEVER, 0, NEVER);
                LocalChain chain = LocalChain.start(settings, line -> {});
                Runtime.getRuntime().addShutdownHook(new Thread(chain::close));
                return new TestChain(chain);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
