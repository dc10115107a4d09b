package io.amanat.platform.axon;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** PostgreSQL says with its state 23505 that somebody else has appended to the aggregate in the meantime. */
final class UniqueViolation implements PersistenceExceptionResolver {

    private static final String STATE = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            for (SQLException sql = asSql(cause); sql != null; sql = sql.getNextException()) {
                if (STATE.equals(sql.getSQLState())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable SQLException asSql(Throwable cause) {
        return cause instanceof SQLException sql ? sql : null;
    }
}
