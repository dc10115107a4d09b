package io.amanat.engine;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.eventlog.LogEntry;
import io.amanat.platform.serialization.EventReader;

/** Makes an event of stored bytes. */
@FunctionalInterface
public interface EventDecoder {
    /** Throws what it likes when the type is unknown or the bytes are not what they should be: the entry is then set aside. */
    StoredEvent decode(LogEntry entry);

    static EventDecoder of(EventReader reader) {
        return entry -> reader.read(
                entry.position(),
                entry.eventId(),
                entry.aggregateId(),
                entry.sequence(),
                entry.payloadType(),
                entry.at(),
                entry.payload(),
                entry.metadata());
    }
}
