package io.amanat.eventlog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An event as it goes into the table. Made on the caller's thread, so that the committer only moves bytes. */
@SuppressWarnings("ArrayRecordComponent") // handed from one thread to the other, and forgotten
record PreparedEvent(
        String eventId,
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] payload,
        byte[] metadata,
        String timestamp,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String idempotencyKey) {

    private static final String ACTOR = "actor";
    private static final String CORRELATION_ID = "correlationId";
    private static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** In the order given. Of the events with one key on one aggregate, the first carries it. */
    static List<PreparedEvent> of(List<? extends EventMessage<?>> messages, Serializer serializer) {
        List<PreparedEvent> events = new ArrayList<>(messages.size());
        Set<List<String>> carried = new HashSet<>();
        for (EventMessage<?> message : messages) {
            DomainEventMessage<?> event = ofAggregate(message);
            String key = keyOf(event);
            boolean first = key != null && carried.add(List.of(event.getAggregateIdentifier(), key));
            events.add(of(event, serializer, first ? key : null));
        }
        return events;
    }

    private static PreparedEvent of(DomainEventMessage<?> message, Serializer serializer, @Nullable String key) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = message.serializeMetaData(serializer, byte[].class);
        return new PreparedEvent(
                message.getIdentifier(),
                message.getType(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                metadata.getData(),
                DateTimeUtils.formatInstant(message.getTimestamp()),
                text(message, ACTOR),
                text(message, CORRELATION_ID),
                key);
    }

    /** An event that no aggregate published is stored as the only one of an aggregate of its own, as Axon's engines do. */
    private static DomainEventMessage<?> ofAggregate(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event
                : new GenericDomainEventMessage<>(null, message.getIdentifier(), 0, message, message::getTimestamp);
    }

    private static @Nullable String keyOf(DomainEventMessage<?> message) {
        String key = text(message, IDEMPOTENCY_KEY);
        return key == null ? null : key(String.valueOf(text(message, ACTOR)), key);
    }

    private static @Nullable String text(DomainEventMessage<?> message, String key) {
        Object value = message.getMetaData().get(key);
        return value == null ? null : value.toString();
    }

    static String key(String actor, String idempotencyKey) {
        return actor + '/' + idempotencyKey;
    }

    PreparedEvent withoutIdempotencyKey() {
        return new PreparedEvent(
                eventId,
                aggregateType,
                aggregateId,
                sequence,
                payloadType,
                payloadRevision,
                payload,
                metadata,
                timestamp,
                actor,
                correlationId,
                null);
    }

    int bytes() {
        return payload.length + metadata.length;
    }
}
