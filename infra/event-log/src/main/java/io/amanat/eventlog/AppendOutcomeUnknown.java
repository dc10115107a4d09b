package io.amanat.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The append was sent, and the database could not be asked in time what became of it: it may be stored, or be stored yet.
 *
 * <p>Repeat the command with the same idempotency key: either it is stored now, or {@link DuplicateCommand} leads to its first answer.
 */
public final class AppendOutcomeUnknown extends EventStoreException {

    AppendOutcomeUnknown(@Nullable Throwable cause) {
        super("The events were sent, but it is not known whether they are stored", cause);
    }
}
