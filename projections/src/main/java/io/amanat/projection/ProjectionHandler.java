package io.amanat.projection;

import io.amanat.contract.Event;
import io.amanat.contract.audit.StoredEvent;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Lets every event through the projections, in the log's order. The rows are written in the processor's transaction, together with
 * its token: after a crash neither is there, or both.
 */
public final class ProjectionHandler {
    private final Projection projection;
    private final RowWriter writer;

    public ProjectionHandler(Projection projection, RowWriter writer) {
        this.projection = projection;
        this.writer = writer;
    }

    @EventHandler
    void on(Event event, EventMessage<?> message) {
        writer.write(projection.changes(stored(event, message)));
    }

    private static StoredEvent stored(Event event, EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> domain)
                || !(message instanceof TrackedEventMessage<?> tracked)) {
            throw new IllegalStateException("projections read the log, not a bus");
        }
        return new StoredEvent(
                position(tracked),
                message.getIdentifier(),
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                EventNames.of(event),
                message.getTimestamp(),
                event,
                metadata(message));
    }

    private static long position(TrackedEventMessage<?> tracked) {
        OptionalLong position = tracked.trackingToken().position();
        return position.orElseThrow(() -> new IllegalStateException("an event of the log has a position"));
    }

    private static Map<String, String> metadata(EventMessage<?> message) {
        return message.getMetaData().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
