package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All processes of PostgreSQL stand still for {@code -Dfaults.pause-seconds=90}: connections stay open, and nothing answers. */
class PausedPostgresTest {
    private static final int CLIENTS = 6;
    /** A command waits 5 s for room and 30 s for its outcome; a busy machine adds to it. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(40);

    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void givenLoad_whenPostgresIsPaused_thenEverybodyIsToldInTimeAndWorkGoesOnByItself() throws Exception {
        Duration pause = Duration.ofSeconds(Integer.getInteger("faults.pause-seconds", 90));
        try (Server server = Server.start(folder);
                NodeProcess node = NodeProcess.start(NodeSettings.of("paused", server.access()));
                Clients clients =
                        new Clients(CLIENTS, () -> List.of(node), Duration.ofSeconds(100), Duration.ofMillis(5))) {
            clients.awaitEach(20, Duration.ofMinutes(2));

            CompletableFuture<Duration> reader = freezeWhileACommandReads(server, node);
            long frozen = System.nanoTime();
            CompletableFuture<String> health =
                    CompletableFuture.supplyAsync(() -> node.ask("health"), Thread::startVirtualThread);
            LockSupport.parkNanos(pause.toNanos() - (System.nanoTime() - frozen));
            assertThat(health).isDone();
            server.thaw();
            long thawed = System.nanoTime();
            clients.awaitEach(2, BACK_WITHIN);
            Duration back = Duration.ofNanos(System.nanoTime() - thawed);
            clients.stop();
            System.out.printf(
                    "paused for %s: %d commands acknowledged; back after %s; slowest answer %s, to a reader %s;"
                            + " others: %s; health: %s%n",
                    pause,
                    clients.acknowledged(),
                    back,
                    clients.slowest(),
                    reader.get(),
                    clients.otherAnswers(),
                    health.get());
            assertThat(health.get()).startsWith("DOWN DOWN");
            assertThat(reader.get()).isLessThan(TOLD_WITHIN);
            assertThat(clients.slowest()).isLessThan(TOLD_WITHIN);
            assertThat(clients.otherAnswers()).isNotEmpty();
            Truth.check(server, clients);
            assertThat(node.ask("health")).startsWith("UP UP");
        }
    }

    /** How long a command had to wait for its answer that was asking the log for its aggregate at that moment: one that nobody has made. */
    private static CompletableFuture<Duration> freezeWhileACommandReads(Server server, NodeProcess node)
            throws SQLException {
        try (Connection connection = server.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table domain_event_entry in access exclusive mode");
            CompletableFuture<Duration> waited = CompletableFuture.supplyAsync(
                    () -> {
                        long asked = System.nanoTime();
                        assertThat(node.ask("do 50 4")).startsWith("failed EventStoreException");
                        return Duration.ofNanos(System.nanoTime() - asked);
                    },
                    Thread::startVirtualThread);
            await().atMost(Duration.ofSeconds(4))
                    .until(() ->
                            server.superuser().sql("""
                                select count(*) > 0 from pg_stat_activity
                                where wait_event_type = 'Lock' and query like 'select %where aggregate_identifier = %'\
                                """).query(Boolean.class).single());
            server.freeze();
            return waited;
        }
    }
}
