package io.amanat.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The log holds events that its {@link LogMirror} has not copied: it must not go on, because the two would never be the same again. */
public final class NotAMirror extends EventStoreException {

    NotAMirror(long copied, long head) {
        super("The log's head is at " + head + ", but its mirror has copied up to " + copied
                + ": somebody else has written to it");
    }
}
