package io.amanat.chain;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.local.LocalChain;
import io.amanat.chain.local.LocalTokens;
import io.amanat.chain.payout.ReplacingRules;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code amanat.chain.*}. What is not set is that of the local chain; any other chain must be told its tokens and its deposit account.
 *
 * @param rpcUrl of a node; the app makes an {@link RpcEndpoint} of it
 * @param confirmations blocks, a transfer's own included, after which it counts; for payments in and out
 * @param pollInterval between two looks at the chain
 * @param callTimeout the longest wait for one answer of the node
 * @param replaceAfter how long a payout waits to be mined before it is signed again with the same nonce and a higher fee
 * @param maxFeePerGasGwei the most that a payout offers per gas, in gwei (10⁹ wei); above it payouts wait
 * @param depositXpub of the account that deposit addresses are derived from
 * @param assets the tokens that count as money
 * @param keystore of the hot account; made if it is not there
 * @param keystorePassword without one, a random one is kept beside the keystore
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
        @DefaultValue(".amanat/keys/hot.json") Path keystore,
        @Nullable String keystorePassword) {

    private static final BigInteger WEI_PER_GWEI = BigInteger.valueOf(1_000_000_000);

    /** Refuses what cannot be meant. */
    public ChainSettings {
        if (confirmations < 1) {
            throw new ChainMisconfigured("amanat.chain.confirmations must be at least 1.");
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
