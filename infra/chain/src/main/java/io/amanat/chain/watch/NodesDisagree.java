package io.amanat.chain.watch;

import java.io.Serial;

/** Two nodes of one chain contradict each other. Nothing is taken from either until they agree; nobody needs to do anything for that. */
final class NodesDisagree extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    NodesDisagree(String sentence) {
        super(sentence);
    }
}
