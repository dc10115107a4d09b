package io.amanat.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.demo.Demo;
import io.amanat.demo.Narrator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeTradeTest {
    @Test
    void strangersFirstTenMinutes_andTheSameDataAfterARestart(@TempDir Path folder) {
        try (RunningPlatform platform = new RunningPlatform(folder)) {
            platform.start();
            assertThat(demo(platform)).as("the books of the first run").isTrue();
            new Truth(platform).holds();
            long events = events(platform);

            assertThat(platform.stop()).as("status of a graceful stop").isIn(0, 143);
            platform.start();
            assertThat(events(platform)).isEqualTo(events);
            assertThat(demo(platform)).as("the books of the second run").isTrue();
            new Truth(platform).holds();
            assertThat(platform.appRoleIsNotOwner()).isTrue();
            assertThat(String.join("\n", platform.allOutput())).doesNotContain("Exception", "ERROR");
        }
    }

    private static boolean demo(RunningPlatform platform) {
        return new Demo(platform.api(), platform.rpc(), Duration.ofMinutes(2), new Narrator(System.out)).run();
    }

    private static long events(RunningPlatform platform) {
        return platform.jdbc()
                .sql("select count(*) from event_log")
                .query(Long.class)
                .single();
    }
}
