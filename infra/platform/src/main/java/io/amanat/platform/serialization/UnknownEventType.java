package io.amanat.platform.serialization;

import java.io.Serial;
import org.axonframework.serialization.SerializationException;

/**
 * The log holds an event that this build does not know: it was written by a newer one, or by a hand. Never skipped: a reader that meets it
 * stops there, or puts it aside where it is seen, and says so. The message names the type and, where the reader knew them, the event and
 * its position.
 */
public final class UnknownEventType extends SerializationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;

    UnknownEventType(String name) {
        super(words(name));
        this.type = name;
    }

    UnknownEventType(StoredType stored) {
        super(stored.where() + ": " + words(stored.storedName()));
        this.type = stored.storedName();
    }

    /** The stored name that nobody knows. */
    public String type() {
        return type;
    }

    private static String words(String name) {
        return "no event is named '" + name + "'; was it stored by a newer version?";
    }
}
