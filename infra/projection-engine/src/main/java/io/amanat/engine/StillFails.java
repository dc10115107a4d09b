package io.amanat.engine;

import java.io.Serial;

/** A dead letter that was tried again and cannot be taken yet. */
public final class StillFails extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long position;
    private final String words;

    StillFails(long position, Throwable cause) {
        super(cause);
        this.position = position;
        this.words = Cause.of(cause);
    }

    public long position() {
        return position;
    }

    /** The cause, as a dead letter shows it. */
    public String words() {
        return words;
    }
}
