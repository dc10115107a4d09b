package io.amanat.eventlog;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an error of the database means for the appends that met it. */
enum SqlFailure {
    /** The connection is gone. If a statement was under way, it may have committed. */
    LOST,
    /** A unique index has it already: one of the appends is in conflict. */
    CONFLICT,
    /** The server cannot, whatever is asked of it: disk full, shutting down, locked, too slow. Nothing was stored. */
    SERVER,
    /** Something in the data: the fault of one append. Nothing was stored. */
    CONTENT;

    static final String IDEMPOTENCY_INDEX = "domain_event_entry_idempotency";

    private static final Set<String> SERVER_CLASSES =
            Set.of("25", "28", "40", "53", "55", "57", "58", "72", "F0", "XX");

    static SqlFailure of(SQLException e) {
        String state = e.getSQLState();
        if (state == null || state.startsWith("08") || state.startsWith("57P") || isFatal(e)) {
            return LOST;
        }
        if (state.equals("23505")) {
            return CONFLICT;
        }
        return SERVER_CLASSES.contains(state.substring(0, 2)) ? SERVER : CONTENT;
    }

    /** The name of the constraint or index that was violated. */
    static @Nullable String constraint(SQLException e) {
        ServerErrorMessage message = message(e);
        return message == null ? null : message.getConstraint();
    }

    /** After it the server ends the session by itself. */
    private static boolean isFatal(SQLException e) {
        ServerErrorMessage message = message(e);
        return message != null && ("FATAL".equals(message.getSeverity()) || "PANIC".equals(message.getSeverity()));
    }

    private static @Nullable ServerErrorMessage message(SQLException e) {
        return e instanceof PSQLException known ? known.getServerErrorMessage() : null;
    }
}
