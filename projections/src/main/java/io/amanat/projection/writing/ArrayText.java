package io.amanat.projection.writing;

import org.jspecify.annotations.Nullable;

/** An array in the database's text form: {@code {"a","b",NULL}}. */
final class ArrayText {
    private final StringBuilder text = new StringBuilder("{");

    void add(@Nullable String element) {
        if (text.length() > 1) {
            text.append(',');
        }
        if (element == null) {
            text.append("NULL");
            return;
        }
        text.append('"');
        int from = 0;
        for (int at = 0; at < element.length(); at++) {
            char character = element.charAt(at);
            if (character == '"' || character == '\\') {
                text.append(element, from, at).append('\\');
                from = at;
            }
        }
        text.append(element, from, element.length()).append('"');
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
