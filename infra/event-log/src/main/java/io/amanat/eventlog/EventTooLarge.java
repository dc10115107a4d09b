package io.amanat.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** An event is larger than the settings allow. Nothing of its append was stored, and nothing will be on a repeat. */
public final class EventTooLarge extends EventStoreException {

    EventTooLarge(String payloadType, int bytes, int bytesMax) {
        super("The event %s has %d bytes with its metadata; at most %d are stored"
                .formatted(payloadType, bytes, bytesMax));
    }
}
