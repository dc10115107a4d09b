package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -Dfaults.cycles=50} kills, {@code -Dfaults.seed} for the moments. A longer run: {@code mvn -pl infra/faults -am test
 * -Dtest=KillRunTest -Dsurefire.failIfNoSpecifiedTests=false -Dfaults.cycles=1000}.
 */
class KillRunTest {
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final int LOAD_MIN_MS = 100;
    private static final int LOAD_MORE_MS = 500;

    @TempDir
    Path folder;

    private Server server;
    private volatile NodeProcess node;

    @Test
    void givenLoad_whenNodeAndPostgresAreKilledAgainAndAgain_thenNothingIsLostAndNothingIsTwice() {
        int cycles = Integer.getInteger("faults.cycles", 50);
        long seed = Long.getLong("faults.seed", 20_261_124L);
        Random chance = new Random(seed);
        long begun = System.nanoTime();
        try (Server started = Server.start(folder)) {
            server = started;
            node = NodeProcess.start(NodeSettings.of("killed", server.access()));
            try (Clients clients = new Clients(CLIENTS, () -> List.of(node), PATIENCE, PAUSE)) {
                for (int cycle = 0; cycle < cycles; cycle++) {
                    clients.awaitEach(1, Duration.ofMinutes(2));
                    LockSupport.parkNanos(Duration.ofMillis(LOAD_MIN_MS + chance.nextInt(LOAD_MORE_MS))
                            .toNanos());
                    strike(cycle, chance);
                }
                clients.stop();
                System.out.printf(
                        "%d kills with seed %d in %d s: %d commands acknowledged; other answers: %s%n",
                        cycles,
                        seed,
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                        clients.acknowledged(),
                        clients.otherAnswers());
                Truth.check(server, clients);
                assertThat(snapshots())
                        .as("aggregates that a node after a kill has loaded from a snapshot")
                        .isPositive();
            } finally {
                node.close();
            }
        }
    }

    private long snapshots() {
        return server.superuser()
                .sql("select count(*) from amanat.snapshot_event_entry")
                .query(Long.class)
                .single();
    }

    private void strike(int cycle, Random chance) {
        boolean both = chance.nextInt(8) == 0;
        if (both || cycle % 2 == 0) {
            node.kill();
        }
        if (both || cycle % 2 == 1) {
            server.kill(chance.nextBoolean());
            server.restart();
        }
        if (both || cycle % 2 == 0) {
            node = NodeProcess.start(NodeSettings.of("killed", server.access()));
        }
    }
}
