package io.amanat.platform.serialization;

import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value from the shape of a record that mirrors its JSON; every member must be there. */
final class ShapeDeserializer<T, S extends Record> extends StdDeserializer<T> {

    private final Class<T> type;
    private final Class<S> shape;
    private final RecordComponent[] members;
    private final Function<S, T> build;

    ShapeDeserializer(Class<T> type, Class<S> shape, Function<S, T> build) {
        super(type);
        this.type = type;
        this.shape = shape;
        this.members = shape.getRecordComponents();
        this.build = build;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return type.cast(context.handleUnexpectedToken(type, json));
        }
        S value = context.readValue(json, shape);
        for (RecordComponent component : members) {
            if (read(component, value) == null) {
                return context.reportInputMismatch(this, "%s is missing", component.getName());
            }
        }
        try {
            return build.apply(value);
        } catch (IllegalArgumentException e) {
            throw context.weirdStringException(String.valueOf(value), type, String.valueOf(e.getMessage()));
        }
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
