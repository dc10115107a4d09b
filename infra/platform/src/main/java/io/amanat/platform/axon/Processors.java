package io.amanat.platform.axon;

/**
 * Axon's event processors: each reads the log in order, in one thread, and never past an event that its handlers could not take. A handler's
 * {@code @ProcessingGroup} says which one runs it; without that, its package does. The read tables are not filled by one of them but by
 * the projection engine.
 */
public final class Processors {

    /** Runs the process managers. Handlers: classes in {@code io.amanat.saga}. */
    public static final String SAGAS = "sagas";

    /** Carries approved transfers to the chain. Handlers: classes in {@code io.amanat.chain}. */
    public static final String CUSTODY = "custody";

    private Processors() {}
}
