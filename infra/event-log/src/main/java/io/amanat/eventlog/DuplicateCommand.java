package io.amanat.eventlog;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The command with this idempotency key was answered already: its events are in the log. Nothing new was stored.
 *
 * <p>{@link FirstAnswers} reads what is stored.
 */
public final class DuplicateCommand extends EventStoreException {

    private final String aggregateId;
    private final long position;
    private final String eventId;

    DuplicateCommand(String aggregateId, long position, String eventId, @Nullable Throwable cause) {
        super("The command was answered before: see event %s at position %d".formatted(eventId, position), cause);
        this.aggregateId = aggregateId;
        this.position = position;
        this.eventId = eventId;
    }

    public String aggregateId() {
        return aggregateId;
    }

    /** Of the first event of the first answer. */
    public long position() {
        return position;
    }

    /** Of the first event of the first answer. */
    public String eventId() {
        return eventId;
    }
}
