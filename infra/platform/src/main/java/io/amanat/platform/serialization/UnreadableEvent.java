package io.amanat.platform.serialization;

import java.io.Serial;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/**
 * An event of a known name cannot be read: its content is no JSON, has not the event's shape, or an upcaster failed on it. As with
 * {@link UnknownEventType}, it is never skipped.
 *
 * <p>The message says which event, its stored name and the place inside of it, and nothing of its content, which may be somebody's data.
 * For the same reason the cause is a copy without words: where it was thrown, and by which class of exception.
 */
public final class UnreadableEvent extends SerializationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final @Nullable String eventId;

    UnreadableEvent(StoredType stored, String what, @Nullable Throwable cause) {
        super(
                stored.where() + ", stored as '" + stored.storedName() + "', cannot be read: " + what,
                cause == null ? null : WithoutWords.of(cause));
        this.type = stored.storedName();
        this.eventId = stored.eventId();
    }

    static UnreadableEvent of(StoredType stored, String part, JacksonException cause) {
        String path = path(cause.getPath());
        String at = path.isEmpty() ? "" : " at " + path;
        String what = cause instanceof StreamReadException
                ? part + " is not the JSON it should be, near byte "
                        + cause.getLocation().getByteOffset() + at
                : part + " has not the shape of '" + stored.name() + "'" + at;
        return new UnreadableEvent(stored, what, cause);
    }

    /** The stored name. */
    public String type() {
        return type;
    }

    /** Absent when the reader did not know it. */
    public @Nullable String eventId() {
        return eventId;
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static final class WithoutWords extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        private WithoutWords(String message) {
            super(message, null, false, true);
        }

        static WithoutWords of(Throwable original) {
            WithoutWords copy = new WithoutWords(original.getClass().getName());
            copy.setStackTrace(original.getStackTrace());
            return copy;
        }
    }
}
