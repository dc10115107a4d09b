package io.amanat.eventlog;

import static org.awaitility.Awaitility.await;

import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.EventMessage;

/** Holds the lock on the log's head, so that appends pile up behind it in a known order and go out as one batch. */
final class HeldHead implements AutoCloseable {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Connection connection;
    private final Node node;
    private final CompletableFuture<Void> plug;
    private int queued;

    HeldHead(TestDatabase database, Node node) throws SQLException {
        this.node = node;
        connection = database.app().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select last_position from event_log_head for update");
        }
        // the first append goes out alone and waits for the lock; all others gather behind it
        plug = run(() -> node.engine.appendEvents(Node.event("plug-" + System.nanoTime(), 0)));
        await().until(this::somebodyWaits);
    }

    CompletableFuture<Void> append(EventMessage<?>... events) {
        return append(events.length, () -> node.engine.appendEvents(events));
    }

    CompletableFuture<Void> append(PreparedEvent event) {
        return append(1, () -> node.groupCommit.append(List.of(event)));
    }

    /** Returns when it waits in the queue. */
    private CompletableFuture<Void> append(int events, Runnable append) {
        queued += events;
        CompletableFuture<Void> outcome = run(append);
        await().until(() -> node.groupCommit.queuedEvents() == queued);
        return outcome;
    }

    private CompletableFuture<Void> run(Runnable append) {
        return CompletableFuture.runAsync(append, callers);
    }

    void release() throws SQLException {
        connection.rollback();
        plug.join();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        callers.close();
    }

    private boolean somebodyWaits() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            return rows.next();
        }
    }
}
