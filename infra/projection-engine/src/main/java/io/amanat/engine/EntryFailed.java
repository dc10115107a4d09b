package io.amanat.engine;

import java.io.Serial;

/** The entry that could not be made into rows; the cause says why. */
final class EntryFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long position;

    EntryFailed(long position, Throwable cause) {
        super(cause);
        this.position = position;
    }

    long position() {
        return position;
    }
}
