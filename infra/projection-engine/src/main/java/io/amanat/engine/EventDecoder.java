package io.amanat.engine;

import io.amanat.contract.audit.StoredEvent;

/** Makes an event of stored bytes. */
@FunctionalInterface
public interface EventDecoder {
    /** Throws what it likes when the type is unknown or the bytes are not what they should be: the entry is then set aside. */
    StoredEvent decode(LogEntry entry);
}
