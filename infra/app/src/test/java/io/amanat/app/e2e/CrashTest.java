package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.demo.Demo;
import io.amanat.demo.Narrator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of the app, and of its PostgreSQL, at random moments of the demo, at least twenty times; each time it is started again, and
 * the client, who knows nothing of it, repeats what was not answered. More cycles: {@code -Dcrash.kills=200}; another sequence of moments: {@code
 * -Dcrash.seed=7}.
 */
class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 20);
    private static final long SEED = Long.getLong("crash.seed", 20_261_122L);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int POSTGRES_EVERY = 4;
    private static final int PAUSE_MAX_MS = 3_500;

    @Test
    void killedAtRandomMoments_everyTradeEndsOnceAndNothingIsLost(@TempDir Path folder) throws Exception {
        Random random = new Random(SEED);
        System.out.println("crash.seed=" + SEED + " crash.kills=" + KILLS);
        try (RunningPlatform platform = new RunningPlatform(folder)) {
            platform.start();
            CompletableFuture<Boolean> demo = startDemo(platform);
            for (int kill = 1; kill <= KILLS; kill++) {
                if (finishes(demo, Duration.ofMillis(random.nextInt(PAUSE_MAX_MS)))) {
                    assertThat(demo.get()).as("the books between two kills").isTrue();
                    demo = startDemo(platform);
                    finishes(demo, Duration.ofMillis(random.nextInt(PAUSE_MAX_MS)));
                }
                boolean postgresToo = kill % POSTGRES_EVERY == 0;
                System.out.println("--- kill " + kill + (postgresToo ? ": the database, then the app" : ": the app"));
                if (postgresToo) {
                    platform.killPostgres();
                }
                platform.kill();
                platform.start();
            }
            assertThat(demo.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the books at the end")
                    .isTrue();
            new Truth(platform).holds();
        }
    }

    private static CompletableFuture<Boolean> startDemo(RunningPlatform platform) {
        return CompletableFuture.supplyAsync(
                () -> new Demo(platform.api(), platform.rpc(), PATIENCE, new Narrator(System.out)).run());
    }

    /** Waits for the pause or for the demo's end, whichever is first. */
    private static boolean finishes(CompletableFuture<Boolean> demo, Duration pause)
            throws InterruptedException, ExecutionException {
        try {
            demo.get(pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        }
    }
}
