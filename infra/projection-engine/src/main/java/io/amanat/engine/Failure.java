package io.amanat.engine;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failure of a batch means. */
enum Failure {
    /** Nothing is wrong with the events: the database or the machine does not do its part. To be repeated for ever. */
    REPEAT,

    /** A row refers to one that is not there; with several segments it may be about to come. */
    REFERENCE,

    /** An event cannot be taken as it is. */
    EVENT;

    private static final String FOREIGN_KEY = "23503";

    /**
     * Connection, serialization and deadlock, resources, operator, system and internal errors; a missing schema, which is being
     * replaced or was never made.
     */
    private static final Set<String> REPEATED_CLASSES = Set.of("08", "40", "53", "55", "57", "58", "XX", "3F");

    /** Read-only transaction on a standby; the two timeouts of a transaction; no permission. */
    private static final Set<String> REPEATED_STATES = Set.of("25006", "25P03", "25P04", "42501");

    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                return REPEAT;
            }
            for (SQLException sql = sql(cause); sql != null; sql = sql.getNextException()) {
                Failure failure = of(sql);
                if (failure != EVENT) {
                    return failure;
                }
            }
        }
        return EVENT;
    }

    private static Failure of(SQLException sql) {
        String state = sql.getSQLState();
        if (FOREIGN_KEY.equals(state)) {
            return REFERENCE;
        }
        boolean passes = sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || state == null
                || REPEATED_STATES.contains(state)
                || REPEATED_CLASSES.contains(state.substring(0, Math.min(2, state.length())));
        return passes ? REPEAT : EVENT;
    }

    private static @Nullable SQLException sql(Throwable cause) {
        return cause instanceof SQLException sql ? sql : null;
    }
}
