package io.amanat.projection;

import io.amanat.contract.Event;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.projection.writing.RowWriter;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Lets every event through the projections, in the log's order. The rows are written in the processor's transaction, together with
 * its token: after a crash neither is there, or both.
 */
public final class ProjectionHandler {
    private final Projection projection;
    private final RowWriter writer;
    private final JdbcOperations jdbc;
    private final ToLongFunction<String> positionOf;

    /** For the live tables, on a connection that finds the log through its search path. */
    public ProjectionHandler(Projection projection, RowWriter writer, JdbcOperations jdbc) {
        this(projection, writer, jdbc, eventId -> positionInLog(jdbc, eventId));
    }

    /**
     * For tables anywhere else.
     *
     * @param jdbc whose transaction the rows are written in
     * @param positionOf the position in the log of an event, given by its identifier. The tracking token does not tell it: when an
     *     event was committed late, the token says how far the reader had come before
     */
    public ProjectionHandler(
            Projection projection, RowWriter writer, JdbcOperations jdbc, ToLongFunction<String> positionOf) {
        this.projection = projection;
        this.writer = writer;
        this.jdbc = jdbc;
        this.positionOf = positionOf;
    }

    @EventHandler
    void on(Event event, EventMessage<?> message) {
        writer.write(jdbc, projection.changes(stored(event, message)));
    }

    private static long positionInLog(JdbcOperations jdbc, String eventId) {
        String sql = "select global_index from domain_event_entry where event_identifier = ?";
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, eventId));
    }

    private StoredEvent stored(Event event, EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> domain) || !(message instanceof TrackedEventMessage<?>)) {
            throw new IllegalStateException("projections read the log, not a bus");
        }
        return new StoredEvent(
                positionOf.applyAsLong(message.getIdentifier()),
                message.getIdentifier(),
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                EventNames.of(event),
                message.getTimestamp(),
                event,
                metadata(message));
    }

    private static Map<String, String> metadata(EventMessage<?> message) {
        return message.getMetaData().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }
}
