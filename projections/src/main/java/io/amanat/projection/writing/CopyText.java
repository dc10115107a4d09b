package io.amanat.projection.writing;

import org.jspecify.annotations.Nullable;

/** Rows in the text form of COPY: tabs between the columns, a line feed after each row, and backslashes before what would be taken for these. */
final class CopyText {
    private final StringBuilder text;
    private boolean inRow;

    CopyText(int capacity) {
        text = new StringBuilder(capacity);
    }

    void column(@Nullable String value) {
        if (inRow) {
            text.append('\t');
        }
        inRow = true;
        if (value == null) {
            text.append("\\N");
            return;
        }
        int from = 0;
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            if (character < ' ' || character == '\\') {
                String escape = escape(character);
                if (escape != null) {
                    text.append(value, from, at).append(escape);
                    from = at + 1;
                }
            }
        }
        text.append(value, from, value.length());
    }

    void endRow() {
        text.append('\n');
        inRow = false;
    }

    int length() {
        return text.length();
    }

    /** What was written since the last time. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private static @Nullable String escape(char character) {
        return switch (character) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\\' -> "\\\\";
            default -> null;
        };
    }
}
