package io.amanat.platform.serialization;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/** Axon's representation with a type that knows where the event stands; otherwise as it is. */
record LocatedEvent(IntermediateEventRepresentation event, StoredType type) implements IntermediateEventRepresentation {

    @Override
    public <T> IntermediateEventRepresentation upcast(
            SerializedType outputType,
            Class<T> content,
            Function<T, T> payload,
            Function<MetaData, MetaData> metadata) {
        return event.upcast(outputType, content, payload, metadata);
    }

    @Override
    public SerializedType getType() {
        return type;
    }

    @Override
    public SerializedObject<?> getData() {
        return located(event.getData());
    }

    @Override
    public <D> SerializedObject<D> getData(Class<D> content) {
        return located(event.getData(content));
    }

    @Override
    public Class<?> getContentType() {
        return event.getContentType();
    }

    @Override
    public String getMessageIdentifier() {
        return event.getMessageIdentifier();
    }

    @Override
    public Optional<String> getAggregateType() {
        return event.getAggregateType();
    }

    @Override
    public Optional<String> getAggregateIdentifier() {
        return event.getAggregateIdentifier();
    }

    @Override
    public Optional<Long> getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public Optional<TrackingToken> getTrackingToken() {
        return event.getTrackingToken();
    }

    @Override
    public Instant getTimestamp() {
        return event.getTimestamp();
    }

    @Override
    public LazyDeserializingObject<MetaData> getMetaData() {
        return event.getMetaData();
    }

    @Override
    public boolean canConvertDataTo(Class<?> content) {
        return event.canConvertDataTo(content);
    }

    private <D> SerializedObject<D> located(SerializedObject<D> data) {
        return new SimpleSerializedObject<>(data.getData(), data.getContentType(), type);
    }
}
