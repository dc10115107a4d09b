package io.amanat.platform.axon;

/**
 * The event processors: each reads the log in order, in one thread, and never past an event that its handlers could not take. A handler's
 * {@code @ProcessingGroup} says which one runs it; without that, its package does.
 */
public final class Processors {

    /** Fills the read tables. Handlers: classes in {@code io.amanat.projection}. */
    public static final String PROJECTIONS = "projections";

    /** Runs the process managers. Handlers: classes in {@code io.amanat.saga}. */
    public static final String SAGAS = "sagas";

    /** Carries approved transfers to the chain. Handlers: classes in {@code io.amanat.chain}. */
    public static final String CUSTODY = "custody";

    private Processors() {}
}
