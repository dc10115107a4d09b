package io.amanat.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
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
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + quoted(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        if (text.chars().anyMatch(character -> character < ' ')) {
            throw new IllegalArgumentException("no control characters stand in this text");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
