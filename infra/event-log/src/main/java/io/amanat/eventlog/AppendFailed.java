package io.amanat.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** The database refused the append, or was not reached with it. Nothing of it is stored, and nothing will be later. */
public final class AppendFailed extends EventStoreException {

    AppendFailed(String why, @Nullable Throwable cause) {
        super("Nothing was stored: " + why, cause);
    }
}
