package io.amanat.chain;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.LocalChain;
import io.amanat.chain.local.LocalTokens;
import io.amanat.chain.payout.ReplacingRules;
import io.amanat.contract.configuration.ConfirmationThreshold;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One chain: {@code amanat.chain.*} is the first, {@code amanat.chains[n].*} are {@link MoreChains further} ones. What is not set is that of
 * the local chain; any other chain must be told its tokens and its deposit account.
 *
 * @param rpcUrl of a node; the app makes an {@link RpcEndpoint} of it
 * @param confirmations blocks, a transfer's own included, after which it counts, for payments in and out; 1 to 256;
 *     an admin may set another number later, and then this one holds no longer
 * @param pollInterval between two looks at the chain
 * @param callTimeout the longest wait for one answer of the node
 * @param replaceAfter how long a payout waits to be mined before it is signed again with the same nonce and a higher fee
 * @param maxFeePerGasGwei the most that a payout offers per gas, in gwei (10⁹ wei); above it payouts wait
 * @param depositXpub of the account that deposit addresses are derived from
 * @param assets the tokens that count as money
 * @param keystore of the hot account; made if it is not there. A further chain without one uses the first chain's
 * @param keystorePassword without one, a random one is kept beside the keystore
 * @param moreHotAccounts that pay out beside the first one
 */
@ConfigurationProperties("amanat.chain")
public record ChainSettings(
        @Nullable String rpcUrl,
        @DefaultValue("31337") long chainId,
        @DefaultValue("12") int confirmations,
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("3m") Duration replaceAfter,
        @DefaultValue("1000") long maxFeePerGasGwei,
        @Nullable String depositXpub,
        @Nullable List<Token> assets,
        @Nullable Path keystore,
        @Nullable String keystorePassword,
        @DefaultValue List<Keystore> moreHotAccounts) {

    private static final Path DEFAULT_KEYSTORE = Path.of(".amanat/keys/hot.json");

    private static final BigInteger WEI_PER_GWEI = BigInteger.valueOf(1_000_000_000);

    /** Refuses what cannot be meant. */
    public ChainSettings {
        if (!ConfirmationThreshold.allows(confirmations)) {
            throw new ChainMisconfigured("amanat.chain.confirmations must be " + ConfirmationThreshold.MIN + " to "
                    + ConfirmationThreshold.MAX + ".");
        }
        if (!replaceAfter.isPositive() || maxFeePerGasGwei < 1) {
            throw new ChainMisconfigured("amanat.chain.replace-after and max-fee-per-gas-gwei must be positive.");
        }
        if (!pollInterval.isPositive() || !callTimeout.isPositive()) {
            throw new ChainMisconfigured("amanat.chain.poll-interval and call-timeout must be positive.");
        }
    }

    ReplacingRules replacingRules() {
        return new ReplacingRules(
                replaceAfter, BigInteger.valueOf(maxFeePerGasGwei).multiply(WEI_PER_GWEI));
    }

    AllowedTokens allowedTokens() {
        List<Token> tokens = assets;
        if (tokens == null || tokens.isEmpty()) {
            requireLocal("amanat.chain.assets");
            tokens = List.of(
                    new Token(LocalTokens.USDC.value(), Currency.USDC, 6),
                    new Token(LocalTokens.USDT.value(), Currency.USDT, 6));
        }
        return new AllowedTokens(
                chainId, tokens.stream().map(token -> token.on(chainId)).toList());
    }

    /** The hot accounts, in the order in which they are preferred. */
    List<Keystore> keystores() {
        Keystore first = new Keystore(keystore == null ? DEFAULT_KEYSTORE : keystore, keystorePassword);
        return Stream.concat(Stream.of(first), moreHotAccounts.stream()).toList();
    }

    /** This one as a further chain: it pays from the first chain's accounts and has its deposit account, unless it names its own. */
    ChainSettings after(ChainSettings first) {
        boolean own = keystore != null;
        return new ChainSettings(
                rpcUrl,
                chainId,
                confirmations,
                pollInterval,
                callTimeout,
                replaceAfter,
                maxFeePerGasGwei,
                depositXpub == null || depositXpub.isBlank() ? first.depositXpub() : depositXpub,
                assets,
                own ? keystore : first.keystore(),
                own ? keystorePassword : first.keystorePassword(),
                own
                        ? moreHotAccounts
                        : Stream.concat(first.moreHotAccounts().stream(), moreHotAccounts.stream())
                                .toList());
    }

    String accountXpub() {
        if (depositXpub == null || depositXpub.isBlank()) {
            requireLocal("amanat.chain.deposit-xpub");
            return DevAccounts.DEPOSIT_XPUB;
        }
        return depositXpub;
    }

    private void requireLocal(String setting) {
        if (chainId != LocalChain.CHAIN_ID) {
            throw new ChainMisconfigured("Set " + setting + ": only the local chain has one of its own.");
        }
    }

    /**
     * A hot account as configured.
     *
     * @param password without one, a random one is kept beside the keystore
     */
    public record Keystore(Path keystore, @Nullable String password) {
        @Override
        public String toString() {
            return "Keystore[" + keystore + "]";
        }
    }

    /**
     * A token as configured.
     *
     * @param decimals must be what the contract itself says
     */
    public record Token(String contract, Currency currency, int decimals) {
        Asset on(long chainId) {
            return new Asset(chainId, new EvmAddress(contract), currency, decimals);
        }
    }
}
