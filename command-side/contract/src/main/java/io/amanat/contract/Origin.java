package io.amanat.contract;

import java.util.Map;

/**
 * Who sends a command and what it belongs to; becomes the metadata of the command and of every event that follows from it.
 *
 * @param actor see {@link MetadataKeys#ACTOR}
 * @param actorRole see {@link MetadataKeys#ACTOR_ROLE}
 * @param correlationId see {@link MetadataKeys#CORRELATION_ID}
 * @param more further metadata, such as the idempotency key; never a secret
 */
public record Origin(String actor, String actorRole, String correlationId, Map<String, String> more) {
    public Origin {
        more = Map.copyOf(more);
    }

    /** A part of the platform that acts by itself, for the trade of {@code requestId}. */
    public static Origin system(String part, Identifier requestId) {
        return new Origin("system:" + part, "system", requestId.toString(), Map.of());
    }
}
