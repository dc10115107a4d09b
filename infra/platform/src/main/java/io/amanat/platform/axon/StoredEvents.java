package io.amanat.platform.axon;

import io.amanat.contract.Event;
import io.amanat.contract.audit.StoredEvent;
import io.amanat.platform.serialization.EventTypes;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events as event handlers get them, in the shape in which everybody else reads the log.
 *
 * <p>The position is looked up: a tracking token tells how far its processor has come, which is beyond an event that was committed late.
 */
public final class StoredEvents {

    private final JdbcClient jdbc;

    StoredEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public StoredEvent of(DomainEventMessage<?> message) {
        Event event = (Event) message.getPayload();
        return new StoredEvent(
                position(message.getIdentifier()),
                message.getIdentifier(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                Objects.requireNonNull(EventTypes.all().nameOf(event.getClass())),
                message.getTimestamp(),
                event,
                texts(message.getMetaData()));
    }

    private long position(String eventId) {
        return jdbc.sql("select global_index from domain_event_entry where event_identifier = :id")
                .param("id", eventId)
                .query(Long.class)
                .single();
    }

    private static Map<String, String> texts(Map<String, ?> metadata) {
        Map<String, String> texts = new TreeMap<>();
        metadata.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
