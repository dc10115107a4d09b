package io.amanat.chain.watch;

import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.evm.EvmClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code amanat.chain-watch.*}.
 *
 * @param furtherRpcUrls by chain id, the nodes that must bear out what the chain's own node says before anything is credited, such as
 *     {@code amanat.chain-watch.further-rpc-urls.1[0]}; none unless set. Of another operator than the first, or they say little
 */
@ConfigurationProperties("amanat.chain-watch")
public record WatchSettings(@Nullable Map<Long, List<String>> furtherRpcUrls) {

    /**
     * Further nodes of a chain that is not configured would be asked by nobody, and whoever set them would think otherwise.
     *
     * @throws ChainMisconfigured if there are further nodes for a chain that is none of these
     */
    public void areFor(Set<Long> chainIds) {
        if (furtherRpcUrls != null && !chainIds.containsAll(furtherRpcUrls.keySet())) {
            throw new ChainMisconfigured("amanat.chain-watch.further-rpc-urls names chains " + furtherRpcUrls.keySet()
                    + ", but the chains are " + chainIds + ".");
        }
    }

    /** Not connected yet; whoever asks closes them. */
    public List<EvmClient> furtherNodes(long chainId, Duration callTimeout) {
        return furtherRpcUrls == null
                ? List.of()
                : furtherRpcUrls.getOrDefault(chainId, List.of()).stream()
                        .map(url -> new EvmClient(url, callTimeout))
                        .toList();
    }

    /** Without the addresses, which may hold secrets. */
    @Override
    public String toString() {
        return "WatchSettings[chains=" + (furtherRpcUrls == null ? List.of() : furtherRpcUrls.keySet()) + "]";
    }
}
