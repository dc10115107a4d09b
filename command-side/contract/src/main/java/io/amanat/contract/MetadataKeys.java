package io.amanat.contract;

/** The keys of a message's metadata. All values are strings. */
public final class MetadataKeys {
    /** {@code user:<uuid>}, {@code api-key:<uuid>}, {@code provider:<name>} or {@code system:<part>}; on every event. */
    public static final String ACTOR = "actor";

    /** The role in which the actor acted; {@code system} for the platform itself. */
    public static final String ACTOR_ROLE = "actorRole";

    /** For everything about a trade: the purchase request's id. Otherwise the id of the HTTP request. */
    public static final String CORRELATION_ID = "correlationId";

    /** The id of the message that caused this one. */
    public static final String CAUSATION_ID = "causationId";

    /** The client's key and a part of the request's keyed fingerprint; the log takes it once per actor and aggregate. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    public static final String REQUEST_ID = "requestId";

    /** The address of the human who asked; absent for machines. */
    public static final String IP = "ip";

    /** On a command only: the aggregate version that the caller has seen ({@code If-Match}). */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private MetadataKeys() {}
}
