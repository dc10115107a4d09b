package io.amanat.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The log is not what its {@link LogMirror} has copied, or the store to copy from is not the one that it was: it must not go on, because
 * the two would never be the same again.
 */
public final class NotAMirror extends EventStoreException {

    NotAMirror(long copied, long head) {
        super("The log's head is at " + head + ", but its mirror has copied up to " + copied
                + ": somebody else has written to it");
    }

    NotAMirror(String why) {
        super(why);
    }
}
