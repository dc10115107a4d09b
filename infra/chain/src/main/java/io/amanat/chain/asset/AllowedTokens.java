package io.amanat.chain.asset;

import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The token contracts of one chain that count as money, as configured. A symbol is never enough: whatever is not in here is not
 * watched, not credited and not paid out.
 *
 * <p>That the configured decimals are the contract's is known only after {@link ChainIdentity#verify()}.
 */
public record AllowedTokens(long chainId, List<Asset> assets) {

    /** Refuses assets of other chains and a contract that is named twice. */
    public AllowedTokens {
        assets = List.copyOf(assets);
        Set<EvmAddress> contracts = new HashSet<>();
        for (Asset asset : assets) {
            if (asset.chainId() != chainId) {
                throw new ChainMisconfigured("The token " + asset.contract() + " is of chain " + asset.chainId()
                        + ", but the configured chain is " + chainId + ".");
            }
            if (!contracts.add(asset.contract())) {
                throw new ChainMisconfigured("The token " + asset.contract() + " is configured twice.");
            }
        }
    }

    public List<EvmAddress> contracts() {
        return assets.stream().map(Asset::contract).toList();
    }

    public Optional<Asset> of(EvmAddress contract) {
        return assets.stream()
                .filter(asset -> asset.contract().equals(contract))
                .findFirst();
    }
}
