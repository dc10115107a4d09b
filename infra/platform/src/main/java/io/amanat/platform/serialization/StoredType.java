package io.amanat.platform.serialization;

import org.axonframework.serialization.SerializedType;
import org.jspecify.annotations.Nullable;

/**
 * The name of an event, and where it stands in the log as far as the reader knows, for the one who has to look for it after a failure.
 *
 * @param name under which it is read now
 * @param storedName under which it is stored
 * @param position in the log's global order; {@link #NOT_KNOWN} when the reader came by another way
 */
record StoredType(String name, String storedName, @Nullable String eventId, long position) implements SerializedType {

    static final long NOT_KNOWN = -1;

    static StoredType of(SerializedType type) {
        return type instanceof StoredType known
                ? known
                : new StoredType(type.getName(), type.getName(), null, NOT_KNOWN);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable String getRevision() {
        return null;
    }

    /** Such as {@code event 0190… at position 17}; says what is known. */
    String where() {
        return (eventId == null ? "an event" : "event " + eventId)
                + (position == NOT_KNOWN ? "" : " at position " + position);
    }
}
