package io.amanat.platform.serialization;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes a value as one string. */
final class TextSerializer<T> extends StdScalarSerializer<T> {

    private final Format<T> format;

    TextSerializer(Class<T> type, Format<T> format) {
        super(type);
        this.format = format;
    }

    @FunctionalInterface
    interface Format<T> {
        String format(T value);
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
        json.writeString(format.format(value));
    }
}
