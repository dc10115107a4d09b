package io.amanat.platform.serialization;

import java.io.Serial;
import org.axonframework.serialization.SerializationException;

/**
 * The log holds an event that this build does not know: it was written by a newer one, or by a hand. Never skipped: a reader that meets it
 * stops there and says so.
 */
public final class UnknownEventType extends SerializationException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnknownEventType(String name) {
        super("no event is named '" + name + "'; was it stored by a newer version?");
    }
}
