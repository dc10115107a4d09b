package io.amanat.engine;

import java.io.Serial;

/** Somebody else has taken over, or the tables have been replaced: what was about to be written must not be. */
public final class PlaceLost extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    PlaceLost(String what) {
        super(what);
    }
}
