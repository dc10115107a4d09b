package io.amanat.platform.serialization;

import io.amanat.contract.Event;
import io.amanat.contract.audit.StoredEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes events of the bytes in the log; the one place where that is done, for Axon and for whoever reads the table itself. An event of a
 * historic name is led through its upcasters; the others are read without a detour. Safe for many threads; build it once.
 */
public final class EventReader {

    private final EventTypes types;
    private final Upcasters upcasters;
    private final JsonMapper mapper;
    private final Map<String, ObjectReader> readers = new HashMap<>();

    EventReader(EventTypes types, Upcasters upcasters) {
        this.types = types;
        this.upcasters = upcasters;
        this.mapper = WireFormat.eventMapper();
        types.byName().forEach((name, type) -> readers.put(name, mapper.readerFor(type)));
    }

    EventReader(EventTypes types, List<Upcaster> upcasters) {
        this(types, new Upcasters(types, upcasters));
    }

    /**
     * Reads the contract's events.
     *
     * @throws IllegalStateException when names and upcasters do not fit together; the message says which
     */
    public static EventReader all() {
        return new EventReader(EventTypes.all(), Upcasters.every());
    }

    /**
     * One row of the log. The result's {@code type} is the event's current name, which for a historic event is not {@code payloadType}.
     *
     * @param payload JSON in UTF-8
     * @param metadata a flat JSON object in UTF-8; its values are given out as text
     * @throws UnknownEventType when no current or historic event has that name
     * @throws UnreadableEvent when payload or metadata are not what they should be
     */
    public StoredEvent read(
            long position,
            String eventId,
            String aggregateId,
            long sequence,
            String payloadType,
            Instant at,
            byte[] payload,
            byte[] metadata) {
        String name = upcasters.currentName(payloadType);
        StoredType type = new StoredType(name, payloadType, eventId, position);
        if (!readers.containsKey(name)) {
            throw new UnknownEventType(type);
        }
        Map<String, String> facts = metadata(type, metadata);
        Event event = historic(type) ? read(type, upcast(type, payload, facts)) : event(type, payload);
        return new StoredEvent(position, eventId, aggregateId, sequence, name, at, event, facts);
    }

    /** From every historic name to the name under which such an event is read now; sorted. */
    public SortedMap<String, String> historicNames() {
        SortedMap<String, String> names = new TreeMap<>();
        upcasters.chains().keySet().forEach(name -> names.put(name, upcasters.currentName(name)));
        return names;
    }

    /** The current event of content that is already as the current event has it. */
    Event event(StoredType type, byte[] payload) {
        ObjectReader reader = reader(type);
        try {
            return present(type, reader.readValue(payload));
        } catch (JacksonException e) {
            throw UnreadableEvent.of(type, "its content", e);
        }
    }

    /** For Axon, which carries bytes from one representation to the next. */
    byte[] upcastBytes(StoredType type, byte[] payload, Map<String, String> metadata) {
        return mapper.writeValueAsBytes(upcast(type, payload, metadata));
    }

    Map<String, String> metadata(StoredType type, byte[] metadata) {
        try (JsonParser json = mapper.createParser(metadata)) {
            Map<String, String> facts = new LinkedHashMap<>();
            boolean flat = json.nextToken() == JsonToken.START_OBJECT;
            for (String name = json.nextName(); flat && name != null; name = json.nextName()) {
                flat = json.nextToken().isScalarValue();
                facts.put(name, json.getString());
            }
            if (!flat || json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw new UnreadableEvent(type, "its metadata is no flat JSON object", null);
            }
            return Collections.unmodifiableMap(facts);
        } catch (JacksonException e) {
            throw UnreadableEvent.of(type, "its metadata", e);
        }
    }

    EventTypes types() {
        return types;
    }

    Upcasters upcasters() {
        return upcasters;
    }

    private ObjectNode upcast(StoredType type, byte[] payload, Map<String, String> metadata) {
        try {
            JsonNode stored = mapper.readTree(payload);
            if (stored instanceof ObjectNode object) {
                return upcasters.upcast(type.storedName(), object, metadata);
            }
        } catch (JacksonException e) {
            throw UnreadableEvent.of(type, "its content", e);
        } catch (RuntimeException e) {
            throw new UnreadableEvent(type, "an upcaster to '" + type.name() + "' failed", e);
        }
        throw new UnreadableEvent(type, "its content is no JSON object", null);
    }

    private Event read(StoredType type, ObjectNode payload) {
        try {
            return present(type, reader(type).readValue(payload));
        } catch (JacksonException e) {
            throw UnreadableEvent.of(type, "its upcast content", e);
        }
    }

    private ObjectReader reader(StoredType type) {
        ObjectReader reader = readers.get(type.name());
        if (reader == null) {
            throw new UnknownEventType(type);
        }
        return reader;
    }

    private static Event present(StoredType type, @Nullable Object event) {
        if (event == null) {
            throw new UnreadableEvent(type, "its content is null", null);
        }
        return (Event) event;
    }

    private static boolean historic(StoredType type) {
        return !type.name().equals(type.storedName());
    }
}
