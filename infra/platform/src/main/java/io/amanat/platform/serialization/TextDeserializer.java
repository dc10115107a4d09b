package io.amanat.platform.serialization;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value from one string; what the type itself refuses is an error at this place of the document. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {

    private final Class<T> type;
    private final Parser<T> parser;

    TextDeserializer(Class<T> type, Parser<T> parser) {
        super(type);
        this.type = type;
        this.parser = parser;
    }

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text);
    }

    @Override
    public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(type, json));
        }
        String text = json.getString();
        try {
            return parser.parse(text);
        } catch (IllegalArgumentException e) {
            throw context.weirdStringException(text, type, String.valueOf(e.getMessage()));
        }
    }
}
