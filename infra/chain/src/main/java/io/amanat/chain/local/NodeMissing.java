package io.amanat.chain.local;

import java.io.Serial;

/** There is neither an installed anvil nor an npm to install it with: the platform can run without a local chain. */
public final class NodeMissing extends LocalChainUnavailable {

    @Serial
    private static final long serialVersionUID = 1L;

    NodeMissing(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
