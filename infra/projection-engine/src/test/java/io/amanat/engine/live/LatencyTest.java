package io.amanat.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.projection.Projections;
import io.amanat.projection.story.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the commit of an event to its row for others to see, at 200 events a second. */
class LatencyTest {
    private static final Logger LOG = LoggerFactory.getLogger(LatencyTest.class);
    private static final long BETWEEN_NANOS = Duration.ofMillis(5).toNanos();
    private static final int WARM_UP = 1_000;
    private static final int MEASURED = 2_000;

    /** Far above the goal of 25 ms: the build shares its processors with others. */
    private static final Duration P99_MAX = Duration.ofMillis(250);

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void givenTwoHundredEventsASecond_thenRowsAreThereSoonAfterTheCommit() {
        Node node = scene.node(new Projections(), Scene.settings(1)).start();
        LivePositions positions = new LivePositions(node.shop.log(), node.shop.segments(), node.shop.progress());
        List<Long> nanos = new ArrayList<>();
        long next = System.nanoTime();
        for (int number = 0; number < WARM_UP + MEASURED; number++) {
            next += BETWEEN_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
            long position = scene.append(registered(number));
            assertThat(positions.awaitProjected(position, Scene.PATIENCE)).isGreaterThanOrEqualTo(position);
            nanos.add(System.nanoTime() - scene.committedNanos);
        }
        List<Long> sorted =
                nanos.subList(WARM_UP, nanos.size()).stream().sorted().toList();
        LOG.warn("commit to row: p50 {} us, p99 {} us", at(sorted, 50) / 1_000, at(sorted, 99) / 1_000);
        assertThat(at(sorted, 99)).isLessThan(P99_MAX.toNanos());
        assertThat(scene.count("users")).isEqualTo(WARM_UP + MEASURED);
    }

    private static StoredEvent registered(int number) {
        return new Story(number).people().events().getFirst();
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(sorted.size() * percent / 100);
    }
}
