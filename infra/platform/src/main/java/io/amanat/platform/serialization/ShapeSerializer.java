package io.amanat.platform.serialization;

import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a value in the shape of a record that mirrors its JSON. */
final class ShapeSerializer<T> extends StdSerializer<T> {

    private final Function<T, Object> shape;

    ShapeSerializer(Class<T> type, Function<T, Object> shape) {
        super(type);
        this.shape = shape;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
        context.writeValue(json, shape.apply(value));
    }
}
