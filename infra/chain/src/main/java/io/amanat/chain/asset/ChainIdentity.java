package io.amanat.chain.asset;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeRefused;
import io.amanat.contract.money.Asset;

/** Makes sure that the node is on the configured chain and that each token has the configured decimals. Thread-safe. */
public final class ChainIdentity {

    private final EvmClient client;
    private final AllowedTokens tokens;
    private volatile boolean tokensVerified;

    public ChainIdentity(EvmClient client, AllowedTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    /**
     * Asks for the chain id every time, since another node may stand behind the same endpoint, and for the tokens until they were seen
     * to be right once.
     *
     * @throws ChainMisconfigured if something differs
     * @throws io.amanat.chain.evm.NodeUnavailable if nobody knows
     */
    public void verify() {
        long actual = client.chainId();
        if (actual != tokens.chainId()) {
            throw new ChainMisconfigured("The node is on chain " + actual + ", but the configured chain is "
                    + tokens.chainId() + ": set amanat.chain.chain-id or amanat.chain.rpc-url.");
        }
        if (!tokensVerified) {
            tokens.assets().forEach(this::verify);
            tokensVerified = true;
        }
    }

    private void verify(Asset asset) {
        int decimals = decimals(asset);
        if (decimals != asset.decimals()) {
            throw new ChainMisconfigured("The token " + asset.contract() + " (" + asset.currency() + ") has " + decimals
                    + " decimals on chain " + asset.chainId() + ", but " + asset.decimals() + " are configured.");
        }
    }

    private int decimals(Asset asset) {
        try {
            return client.tokenDecimals(asset.contract());
        } catch (NodeRefused | ArithmeticException noToken) {
            throw new ChainMisconfigured("No token answers at " + asset.contract() + " (" + asset.currency()
                    + ") on chain " + asset.chainId() + ".");
        }
    }
}
