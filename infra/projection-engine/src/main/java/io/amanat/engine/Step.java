package io.amanat.engine;

/** What came of one call of an {@link Intake}. */
public sealed interface Step {
    /**
     * A batch is committed.
     *
     * @param position every event of the caller's up to here is in the tables or a dead letter
     * @param events how many were taken or set aside
     * @param parked how many of them were set aside
     */
    record Taken(long position, int events, int parked) implements Step {}

    /** The event at {@code position} failed; call again after a short pause. Events before it may not be committed yet. */
    record Again(long position, Throwable cause) implements Step {}

    /** The event at {@code position} refers to a row that another segment, which is behind, may still bring; call again later. */
    record Waiting(long position) implements Step {}
}
