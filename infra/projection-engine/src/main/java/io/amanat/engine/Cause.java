package io.amanat.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why an event was set aside, in words for an operator: class, message and place, of bounded length. */
final class Cause {
    private static final int LENGTH_MAX = 1000;

    private Cause() {}

    /**
     * Of a database error the state and its first line: the lines after it repeat the row's values. People's words stand sealed in the
     * events, so a projection's own message cannot give them away.
     */
    static String of(Throwable thrown) {
        Throwable root = thrown instanceof EntryFailed failed && failed.getCause() != null ? failed.getCause() : thrown;
        StringBuilder text = new StringBuilder(described(root));
        StackTraceElement place = place(root);
        if (place != null) {
            text.append(" at ").append(place);
        }
        return text.length() <= LENGTH_MAX ? text.toString() : text.substring(0, LENGTH_MAX);
    }

    private static String described(Throwable thrown) {
        SQLException sql = deepest(thrown);
        if (sql != null) {
            return sql.getClass().getName() + " " + sql.getSQLState() + ": " + firstLine(sql.getMessage());
        }
        return thrown.getClass().getName() + ": " + firstLine(thrown.getMessage());
    }

    private static @Nullable SQLException deepest(Throwable thrown) {
        SQLException found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            for (Throwable next = cause; next instanceof SQLException sql; next = sql.getNextException()) {
                found = sql;
            }
        }
        return found;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("");
    }

    private static @Nullable StackTraceElement place(Throwable thrown) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (element.getClassName().startsWith("io.amanat.")
                    && !element.getClassName().startsWith("io.amanat.engine.")) {
                return element;
            }
        }
        return null;
    }
}
