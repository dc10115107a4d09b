package io.amanat.engine.live;

import org.jspecify.annotations.Nullable;

/**
 * What this node does about a segment.
 *
 * @param cause of what fails, in words; absent when nothing does
 */
record Standing(State state, @Nullable String cause) {
    static final Standing ELSEWHERE = new Standing(State.ELSEWHERE, null);
    static final Standing NOBODY = new Standing(State.NOBODY, null);
    static final Standing UP = new Standing(State.RUNNING, null);

    enum State {
        /** Not held by this node. */
        ELSEWHERE,
        /** Held by no living node. */
        NOBODY,
        RUNNING,
        /** An event failed and is tried again, for a moment. */
        RETRYING,
        /** Waits for another segment, whose row an event refers to. */
        WAITING,
        /** The database or the machine does not do its part: repeated until it does. */
        FAILING
    }

    boolean failing() {
        return state == State.FAILING;
    }

    /** Whether the segment stands still until somebody helps. */
    boolean down() {
        return failing() || state == State.NOBODY;
    }

    String words() {
        String word = switch (state) {
            case ELSEWHERE -> "elsewhere";
            case NOBODY -> "nobody works on it";
            case RUNNING -> "running";
            case RETRYING -> "trying an event again";
            case WAITING -> "waiting for another segment";
            case FAILING -> "failing";
        };
        return cause == null ? word : word + ": " + cause;
    }
}
