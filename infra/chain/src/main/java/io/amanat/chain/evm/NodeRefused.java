package io.amanat.chain.evm;

import java.io.Serial;

/** The node answered with a JSON-RPC error. Asking the same again will usually give the same. */
public final class NodeRefused extends EvmException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    NodeRefused(String method, int code, String reason) {
        super(method + ": the node refused (" + code + "): " + reason);
        this.code = code;
        this.reason = reason;
    }

    /** JSON-RPC error code; nodes disagree about their meaning. */
    public int code() {
        return code;
    }

    /** The node's own words. */
    public String reason() {
        return reason;
    }
}
