package io.amanat.chain.local;

import java.io.Serial;

/** A chain is there, but not the one known from before. Nothing that it says may be believed. */
public final class ChainNotRecognised extends LocalChainUnavailable {

    @Serial
    private static final long serialVersionUID = 1L;

    ChainNotRecognised(String sentence) {
        super(sentence);
    }
}
