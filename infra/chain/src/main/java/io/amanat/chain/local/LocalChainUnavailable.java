package io.amanat.chain.local;

import java.io.Serial;

/** The local chain cannot run here. The message is one sentence for the person who started the app, with what to do. */
public sealed class LocalChainUnavailable extends RuntimeException permits ChainNotRecognised, NodeMissing {

    @Serial
    private static final long serialVersionUID = 1L;

    LocalChainUnavailable(String sentence) {
        super(sentence);
    }

    LocalChainUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
