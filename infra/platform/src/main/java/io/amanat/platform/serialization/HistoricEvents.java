package io.amanat.platform.serialization;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * Brings the upcasters to Axon, for aggregates, sagas and event handlers, and tells the serializer where an event stands. Snapshots,
 * which come by the same way, pass unchanged.
 */
final class HistoricEvents implements EventUpcaster {

    private final EventReader reader;

    HistoricEvents(EventReader reader) {
        this.reader = reader;
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> stored) {
        return stored.map(this::current);
    }

    private IntermediateEventRepresentation current(IntermediateEventRepresentation event) {
        StoredType type = type(event);
        if (type.name().equals(type.storedName())) {
            return new LocatedEvent(event, type);
        }
        IntermediateEventRepresentation upcast = event.upcast(
                type,
                byte[].class,
                payload -> reader.upcastBytes(type, payload, texts(event)),
                UnaryOperator.identity());
        return new LocatedEvent(upcast, type);
    }

    private StoredType type(IntermediateEventRepresentation event) {
        String storedName = event.getType().getName();
        OptionalLong position =
                event.getTrackingToken().map(TrackingToken::position).orElseGet(OptionalLong::empty);
        return new StoredType(
                reader.upcasters().currentName(storedName),
                storedName,
                event.getMessageIdentifier(),
                position.orElse(StoredType.NOT_KNOWN));
    }

    private static Map<String, String> texts(IntermediateEventRepresentation event) {
        Map<String, String> texts = new HashMap<>();
        event.getMetaData().getObject().forEach((key, value) -> texts.put(key, String.valueOf(value)));
        return texts;
    }
}
