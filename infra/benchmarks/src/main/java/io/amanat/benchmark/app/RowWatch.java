package io.amanat.benchmark.app;

import io.amanat.benchmark.measure.Finished;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks for rows by their keys, on one connection, again and again, and notes when each is there. */
final class RowWatch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofNanos(250_000);

    /** A row that is not there by then counts as if it had come now. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataSource reads;
    private final Map<UUID, Long> pending = new ConcurrentHashMap<>();
    private final List<Long> durations = new ArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> watching;
    private volatile boolean complete;

    private RowWatch(DataSource reads) {
        this.reads = reads;
        this.watching = thread.submit(this::watch);
    }

    static RowWatch start(DataSource reads) {
        return new RowWatch(reads);
    }

    /** From now on: the command that leads to this row has answered. */
    void expect(UUID id) {
        pending.put(id, System.nanoTime());
    }

    /** Nanoseconds from each {@link #expect} until a select found the row; waits for what is missing. */
    List<Long> durations() {
        complete = true;
        Finished.result(watching);
        return List.copyOf(durations);
    }

    @Override
    public void close() {
        complete = true;
        thread.shutdownNow();
    }

    private @Nullable Object watch() throws SQLException {
        try (Connection connection = reads.getConnection();
                PreparedStatement look = connection.prepareStatement(
                        "select id from amanat_read.purchase_requests where id = any (?)")) {
            while (!Thread.currentThread().isInterrupted() && !(complete && pending.isEmpty())) {
                if (!pending.isEmpty()) {
                    look(connection, look);
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return null;
        }
    }

    private void look(Connection connection, PreparedStatement look) throws SQLException {
        Array ids = connection.createArrayOf("uuid", pending.keySet().toArray());
        look.setArray(1, ids);
        List<UUID> found = new ArrayList<>();
        try (ResultSet rows = look.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        long now = System.nanoTime();
        found.forEach(id -> note(id, now));
        pending.forEach((id, since) -> {
            if (now - since > PATIENCE.toNanos()) {
                note(id, now);
            }
        });
    }

    private void note(UUID id, long now) {
        Long since = pending.remove(id);
        if (since != null) {
            durations.add(now - since);
        }
    }
}
