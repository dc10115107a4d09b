package io.amanat.chain;

/**
 * Where the chain's node answers. The app provides it as a bean, of its local chain or of {@code amanat.chain.rpc-url}; without one there is no chain:
 * addresses are handed out, payouts queue, nothing is seen.
 *
 * @param url of JSON-RPC over HTTP; may hold a secret
 */
public record RpcEndpoint(String url, long chainId) {

    /** Without the path, which may be a secret. */
    @Override
    public String toString() {
        return "RpcEndpoint[chainId=" + chainId + "]";
    }
}
