package io.amanat.chain.provider;

import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.money.EvmAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code amanat.providers.*}. A provider whose settings are empty is not offered; our own watcher always is.
 *
 * @param other whether payments are offered that people confirm
 * @param replayWindow how far the time of a signature may be from ours, both ways, where the protocol has one
 * @param bodyBytesMax of a webhook
 * @param retention how long a delivery's id is remembered
 * @param decidedWithin how long a delivery may go without what the chain says about it before health says so
 * @param checkInterval between two looks at transfers for what the provider's contract said of them
 */
@ConfigurationProperties("amanat.providers")
public record ProviderSettings(
        @DefaultValue RequestNetwork requestNetwork,
        @DefaultValue Shkeeper shkeeper,
        @DefaultValue("false") boolean other,
        @DefaultValue("5m") Duration replayWindow,
        @DefaultValue("65536") int bodyBytesMax,
        @DefaultValue("90d") Duration retention,
        @DefaultValue("5s") Duration checkInterval,
        @DefaultValue("5m") Duration decidedWithin) {

    /** Refuses what cannot be meant. */
    public ProviderSettings {
        if (!replayWindow.isPositive()
                || bodyBytesMax < 1
                || !checkInterval.isPositive()
                || !decidedWithin.isPositive()) {
            throw new ChainMisconfigured(
                    "amanat.providers: replay-window, body-bytes-max, check-interval and decided-within must be"
                            + " positive.");
        }
        if (retention.compareTo(replayWindow) <= 0) {
            throw new ChainMisconfigured("amanat.providers.retention must be longer than the replay window.");
        }
    }

    Set<PaymentProvider> offered() {
        Set<PaymentProvider> offered = EnumSet.of(PaymentProvider.AMN_SCANNER);
        if (!requestNetwork.feeProxies().isEmpty()) {
            offered.add(PaymentProvider.REQUEST_NETWORK);
        }
        if (!shkeeper.secrets().isEmpty()) {
            offered.add(PaymentProvider.SHKEEPER);
        }
        if (other) {
            offered.add(PaymentProvider.OTHER);
        }
        return offered;
    }

    /**
     * Request Network.
     *
     * @param webhookSecrets all of them are good, so that one can be exchanged for another; none means no webhooks
     * @param feeProxies the ERC20FeeProxy contract of each chain, by chain id; whatever another contract says counts for nothing
     * @param feeAddress where a fee may go; without one any fee goes to a stranger
     */
    public record RequestNetwork(
            @DefaultValue List<String> webhookSecrets,
            @DefaultValue Map<Long, String> feeProxies,
            @Nullable String feeAddress) {
        public RequestNetwork {
            webhookSecrets = usable(webhookSecrets);
            feeProxies = Map.copyOf(feeProxies);
        }

        /** On this chain; absent where payments through Request Network are plain transfers. */
        @Nullable
        EvmAddress proxy(long chainId) {
            return address(feeProxies.get(chainId));
        }

        @Nullable
        EvmAddress feeTo() {
            return address(feeAddress);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "RequestNetwork[feeProxies=" + feeProxies + ", secrets=" + webhookSecrets.size() + "]";
        }
    }

    /**
     * SHKeeper.
     *
     * @param apiKeys with which it signs its callbacks; all of them are good
     */
    public record Shkeeper(@DefaultValue List<String> apiKeys) {
        public Shkeeper {
            apiKeys = usable(apiKeys);
        }

        List<String> secrets() {
            return apiKeys;
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Shkeeper[secrets=" + apiKeys.size() + "]";
        }
    }

    private static List<String> usable(List<String> secrets) {
        return secrets.stream().filter(secret -> !secret.isBlank()).toList();
    }

    private static @Nullable EvmAddress address(@Nullable String text) {
        return text == null || text.isBlank() ? null : new EvmAddress(text);
    }
}
