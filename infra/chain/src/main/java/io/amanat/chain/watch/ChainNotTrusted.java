package io.amanat.chain.watch;

import java.io.Serial;

/** What the node shows is not the chain that was read before. Nothing is read from it; an operator decides. */
final class ChainNotTrusted extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    ChainNotTrusted(String sentence) {
        super(sentence);
    }
}
