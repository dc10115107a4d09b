package io.amanat.platform.serialization;

import io.amanat.contract.Event;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Stores events under their stable names, and their metadata. Nothing else can pass: no class name ever stands in the log, and none is
 * ever loaded because the log names it.
 */
final class EventSerializer implements Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final EventTypes types;
    private final EventReader reader;
    private final Jackson3Serializer json;

    EventSerializer(EventReader reader) {
        this.types = reader.types();
        this.reader = reader;
        this.json = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(WireFormat::configure)
                .build();
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object == null) {
            throw new IllegalArgumentException("an event has content");
        }
        SerializedType type = typeForClass(object.getClass());
        T data = json.serialize(object, representation).getData();
        return new SimpleSerializedObject<>(data, representation, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return json.canSerializeTo(representation);
    }

    /** Knows current events only: historic ones have come through {@link HistoricEvents} before. */
    @Override
    @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"}) // as the interface has it
    public <S, T> T deserialize(SerializedObject<S> stored) {
        StoredType type = StoredType.of(stored.getType());
        byte[] data = json.getConverter().convert(stored.getData(), stored.getContentType(), byte[].class);
        return (T)
                (METADATA.equals(type.name()) ? MetaData.from(reader.metadata(type, data)) : reader.event(type, data));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return METADATA.equals(type.getName()) ? MetaData.class : types.classOf(StoredType.of(type));
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type != null && MetaData.class.isAssignableFrom(type)) {
            return new SimpleSerializedType(METADATA, null);
        }
        String name = type == null ? null : types.nameOf(type);
        if (name == null) {
            throw new IllegalArgumentException(type + " is no " + Event.class.getSimpleName() + " of the contract");
        }
        return new SimpleSerializedType(name, null);
    }

    @Override
    public Converter getConverter() {
        return json.getConverter();
    }
}
