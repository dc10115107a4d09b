package io.amanat.eventlog;

import java.sql.Connection;
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

    private CommitConnection(Connection connection, AppendStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** A statement that is not answered within the timeout counts as a lost connection. */
    static CommitConnection open(DataSource source, Duration answerTimeout) throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answerTimeout.toMillis()));
            return new CommitConnection(connection, new AppendStatement(connection).keptPrepared());
        } catch (SQLException | RuntimeException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    /** Stores them in a commit of their own, and tells them so. Returns the position of the last event. */
    long store(List<Append> appends) throws SQLException {
        List<PreparedEvent> events = events(appends);
        long first = statement.execute(events);
        acknowledge(appends, first);
        return first + events.size() - 1;
    }

    /**
     * Asks the table, under the lock of the head, what became of the appends, and stores those that are neither there nor in conflict, in
     * the same transaction. Tells all of them. Returns the position of the last event that was stored by this; 0 for none.
     */
    long settle(List<Append> appends, boolean doubtful) throws SQLException {
        connection.setAutoCommit(false);
        try {
            lockHead();
            Settlement settlement = Settlement.of(Taken.of(connection, events(appends)), appends, doubtful);
            List<PreparedEvent> open = events(settlement.open());
            long first = open.isEmpty() ? 1 : statement.execute(open);
            connection.commit();
            acknowledge(settlement.open(), first);
            settlement.announce();
            connection.setAutoCommit(true);
            return first + open.size() - 1;
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

    private void lockHead() throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("select last_position from event_log_head for update");
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

    private static void acknowledge(List<Append> appends, long first) {
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
