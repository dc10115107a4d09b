package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
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
            await().atMost(Duration.ofSeconds(60)).until(() -> clients.acknowledged() > 20 * CLIENTS);

            long frozen = System.nanoTime();
            server.freeze();
            CompletableFuture<String> health = CompletableFuture.supplyAsync(() -> node.ask("health"));
            LockSupport.parkNanos(pause.toNanos() - (System.nanoTime() - frozen));
            assertThat(health).isDone();
            int before = clients.acknowledged();
            server.thaw();

            await().atMost(BACK_WITHIN).until(() -> clients.acknowledged() > before + 2 * CLIENTS);
            clients.stop();
            System.out.printf(
                    "paused for %s: %d commands acknowledged; slowest answer %s; others: %s; health: %s%n",
                    pause, clients.acknowledged(), clients.slowest(), clients.otherAnswers(), health.get());
            assertThat(health.get()).startsWith("DOWN DOWN");
            assertThat(clients.slowest()).isLessThan(TOLD_WITHIN);
            assertThat(clients.otherAnswers().keySet())
                    .allMatch(answer -> answer.startsWith("unknown")
                            || answer.startsWith("failed AppendFailed")
                            || answer.startsWith("failed EventStoreException"));
            assertThat(clients.otherAnswers()).isNotEmpty();
            Truth.check(server, clients);
            assertThat(node.ask("health")).startsWith("UP UP");
        }
    }
}
