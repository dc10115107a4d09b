package io.amanat.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the {@link LogHead} when another process has appended: PostgreSQL tells it with the commit, by NOTIFY. It has a connection and a
 * thread of its own, and connects again by itself.
 *
 * <p>The head row is read after each connect, and when nothing was heard for as long as the safety net says. That is never the normal way.
 */
public final class LogListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogListener.class);
    private static final Duration BETWEEN_CONNECTS = Duration.ofMillis(500);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final DataSource source;
    private final LogHead head;
    private final int safetyNetPollMs;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection connection;

    /** @param ds gives connections that are not behind a pooler which shares them between sessions */
    public LogListener(DataSource ds, LogHead head, Duration safetyNetPoll) {
        this.source = ds;
        this.head = head;
        this.safetyNetPollMs = Math.toIntExact(safetyNetPoll.toMillis());
        this.thread = Thread.ofPlatform().daemon().name("event-log-listener").unstarted(this::run);
        if (safetyNetPollMs < 1) {
            throw new IllegalArgumentException("The safety net of the log's listener must be at least 1 ms");
        }
    }

    /** Once. Returns at once, connected or not. */
    public void start() {
        thread.start();
    }

    /** Whether it is connected and hears what others append. */
    public boolean isListening() {
        return connection != null;
    }

    @Override
    public void close() {
        closed.countDown();
        Connection current = connection;
        if (current != null) {
            abort(current);
        }
    }

    private void run() {
        do {
            try (Connection fresh = source.getConnection()) {
                listen(fresh);
            } catch (SQLException | RuntimeException e) {
                if (closed.getCount() > 0) {
                    LOG.warn("The log's listener lost its connection; it connects again", e);
                }
            } finally {
                connection = null;
            }
        } while (!isClosedWithin(BETWEEN_CONNECTS));
    }

    private void listen(Connection fresh) throws SQLException {
        fresh.setAutoCommit(true);
        fresh.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER_TIMEOUT.toMillis()));
        try (Statement statement = fresh.createStatement()) {
            statement.execute("listen " + AppendStatement.CHANNEL);
            head.advance(read(statement));
            connection = fresh;
            PGConnection session = fresh.unwrap(PGConnection.class);
            while (closed.getCount() > 0) {
                PGNotification[] heard = session.getNotifications(safetyNetPollMs);
                head.advance(heard == null || heard.length == 0 ? read(statement) : last(heard));
            }
            abort(fresh); // so that a pool does not hand out a connection that listens
        }
    }

    private static long read(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select last_position from event_log_head")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long last(PGNotification[] heard) {
        long last = 0;
        for (PGNotification notification : heard) {
            last = Math.max(last, Long.parseLong(notification.getParameter()));
        }
        return last;
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The log's listener had no connection to give up", e);
        }
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
