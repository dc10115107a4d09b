package io.amanat.chain.watch;

import java.io.Serial;

/** The node leaves out what its own header says is there. Nothing is taken from the block; the next round asks again. */
final class NodeIncomplete extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    NodeIncomplete(String sentence) {
        super(sentence);
    }
}
