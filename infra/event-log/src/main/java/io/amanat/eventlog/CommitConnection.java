package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The committer's own connection, with its statement kept prepared. Used by one thread. */
final class CommitConnection implements AutoCloseable {

    private final Connection connection;
    private final AppendStatement statement;
    private final LogHead head;

    private CommitConnection(Connection connection, AppendStatement statement, LogHead head) {
        this.connection = connection;
        this.statement = statement;
        this.head = head;
    }

    /** A statement that is not answered within the timeout counts as a lost connection. */
    static CommitConnection open(DataSource source, Duration answerTimeout, LogHead head) throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answerTimeout.toMillis()));
            plansOnce(connection);
            return new CommitConnection(connection, new AppendStatement(connection).keptPrepared(), head);
        } catch (SQLException | RuntimeException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    /** Stores them in a commit of their own, and tells them so. */
    void store(List<Append> appends) throws SQLException {
        List<PreparedEvent> events = events(appends);
        long first = statement.execute(events);
        acknowledge(appends, first, events.size());
    }

    /**
     * Asks the table, under the lock of the head, what became of the appends, and stores those that are neither there nor in conflict, in
     * the same transaction. Tells all of them.
     */
    void settle(List<Append> appends, boolean doubtful) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lockHead();
            Settlement settlement = Settlement.of(Taken.of(connection, events(appends)), appends, doubtful);
            List<PreparedEvent> open = events(settlement.open());
            long first = open.isEmpty() ? 0 : statement.execute(open);
            connection.commit();
            acknowledge(settlement.open(), first, open.size());
            settlement.announce();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
    }

    /** Without waiting for the server: an open statement of it is left to the server. */
    @Override
    public void close() {
        try {
            connection.abort(Runnable::run);
            connection.close();
        } catch (SQLException e) {
            // it is gone, which is what was wanted
        }
    }

    /** The plan is the same for any batch; planned each time, it cost a small batch a third of its time. */
    private static void plansOnce(Connection connection) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set plan_cache_mode = force_generic_plan");
        }
    }

    /** What is committed then includes what a lost session has stored. */
    private void lockHead() throws SQLException {
        try (Statement lock = connection.createStatement();
                ResultSet row = lock.executeQuery("select last_position from event_log_head for update")) {
            if (row.next()) {
                head.advance(row.getLong(1));
            }
        }
    }

    private void rollback(SQLException cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** The head first: who has his answer shall find it moved. */
    private void acknowledge(List<Append> appends, long first, int events) {
        head.advance(first + events - 1);
        long position = first;
        for (Append append : appends) {
            append.stored(position);
            position += append.events().size();
        }
    }

    private static List<PreparedEvent> events(List<Append> appends) {
        List<PreparedEvent> events = new ArrayList<>();
        appends.forEach(append -> events.addAll(append.events()));
        return events;
    }
}
