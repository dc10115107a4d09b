package io.amanat.engine.job;

import java.io.Serial;

/** The job is not to be worked on any further here. */
final class JobStopped extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. */
    enum Why {
        /** Somebody cancelled it. */
        CANCELLED,
        /** Another node has it. */
        LOST,
        /** This node stops. */
        SHUTDOWN
    }

    private final Why why;

    JobStopped(Why why) {
        super(why.name());
        this.why = why;
    }

    Why why() {
        return why;
    }
}
