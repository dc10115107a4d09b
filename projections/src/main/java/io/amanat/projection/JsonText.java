package io.amanat.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flat JSON object whose values are all strings: for jsonb columns that are shown, never reckoned with. Its values are ids,
 * instants, amounts, codes and sealed text; none of them needs more escaping than the quote and the backslash.
 */
public final class JsonText {
    private final Map<String, String> members = new LinkedHashMap<>();

    private JsonText() {}

    public static JsonText object() {
        return new JsonText();
    }

    /** Adds a member; one that is absent is left out. */
    public JsonText with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value.toString());
        }
        return this;
    }

    @Override
    public String toString() {
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quoted(name, json);
            json.append(':');
            quoted(value, json);
        });
        return json.append('}').toString();
    }

    private static void quoted(String text, StringBuilder json) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < ' ') {
                throw new IllegalArgumentException("no control characters stand in this text");
            }
            if (character == '"' || character == '\\') {
                json.append('\\');
            }
            json.append(character);
        }
        json.append('"');
    }
}
