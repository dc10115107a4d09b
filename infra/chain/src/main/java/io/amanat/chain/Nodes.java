package io.amanat.chain;

import io.amanat.chain.Chains.Chain;
import io.amanat.chain.asset.ChainMisconfigured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where each chain's node answers. The first chain may have none, such as without Node.js; a further one names its own. */
public record Nodes(List<RpcEndpoint> endpoints) {
    static Nodes of(Chains chains, @Nullable RpcEndpoint first) {
        List<RpcEndpoint> endpoints = new ArrayList<>();
        if (first != null) {
            if (first.chainId() != chains.first().id()) {
                throw new ChainMisconfigured("The node is for chain " + first.chainId()
                        + ", but amanat.chain.chain-id is " + chains.first().id() + ".");
            }
            endpoints.add(first);
        }
        chains.all().stream().skip(1).map(Nodes::configured).forEach(endpoints::add);
        return new Nodes(List.copyOf(endpoints));
    }

    private static RpcEndpoint configured(Chain chain) {
        String url = chain.settings().rpcUrl();
        if (url == null || url.isBlank()) {
            throw new ChainMisconfigured("Set amanat.chains[n].rpc-url of chain " + chain.id() + ".");
        }
        return new RpcEndpoint(url, chain.id());
    }

    public Optional<RpcEndpoint> of(long chainId) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.chainId() == chainId)
                .findFirst();
    }
}
