package io.amanat.chain.evm;

import java.io.Serial;

/**
 * No usable answer came: connection, time-out, HTTP status, or an answer that cannot be read. Ask again later.
 *
 * <p>After a send this does not mean that the transaction was not sent: look for it by its hash.
 */
public final class NodeUnavailable extends EvmException {

    @Serial
    private static final long serialVersionUID = 1L;

    NodeUnavailable(String method, String why, Throwable cause) {
        super(method + ": the node gave no answer (" + why + ")", cause);
    }

    NodeUnavailable(String method, String why) {
        super(method + ": the node gave no answer (" + why + ")");
    }
}
