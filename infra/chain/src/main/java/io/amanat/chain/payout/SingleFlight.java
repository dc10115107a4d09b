package io.amanat.chain.payout;

import static java.util.Objects.requireNonNullElseGet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Lets one process at a time work, by a lock of a database session. Keeps one connection out of the pool meanwhile.
 *
 * <p>A broken connection lets go of the lock while the work goes on: the lock spares effort and keeps order, but what must never
 * happen twice is prevented by constraints.
 */
public final class SingleFlight {

    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private final DataSource source;
    private final String name;

    /**
     * Locks nothing yet.
     *
     * @param name of the lock; the same for all who exclude each other
     */
    public SingleFlight(DataSource source, String name) {
        this.source = source;
        this.name = name;
    }

    /** False if somebody else is at work; then {@code work} was not done. */
    public boolean run(Runnable work) {
        try (Connection connection = source.getConnection()) {
            if (!asks(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))")) {
                return false;
            }
            try {
                work.run();
            } finally {
                var _ = asks(connection, "select pg_advisory_unlock(hashtextextended(?, 0))");
            }
            return true;
        } catch (SQLException failure) {
            throw requireNonNullElseGet(
                    TRANSLATOR.translate("lock", null, failure), () -> new IllegalStateException(failure));
        }
    }

    private boolean asks(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
