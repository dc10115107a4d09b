package io.amanat.chain.asset;

import java.io.Serial;

/** The configuration and the connected chain contradict each other: nothing is read from it or sent to it. One sentence for an operator. */
public final class ChainMisconfigured extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ChainMisconfigured(String sentence) {
        super(sentence);
    }
}
