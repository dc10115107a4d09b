package io.amanat.eventlog;

import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The events are stored, but their copies have not come into the log in time: who reads now may not see them yet. */
public final class MirrorBehind extends EventStoreException {

    MirrorBehind(String eventId, Duration waited) {
        super("Event " + eventId + " is stored, but was not copied into the log within " + waited.toMillis() + " ms");
    }
}
