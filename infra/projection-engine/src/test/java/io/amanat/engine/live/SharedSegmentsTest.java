package io.amanat.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.contract.identity.UserId;
import io.amanat.engine.Sequence;
import io.amanat.eventlog.LogEntry;
import io.amanat.projection.Projection;
import io.amanat.projection.Projections;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Several nodes, four segments. */
class SharedSegmentsTest {
    private static final int SEGMENTS = 4;

    private final Scene scene = new Scene();
    private final CountDownLatch thaw = new CountDownLatch(1);

    @AfterEach
    void close() {
        thaw.countDown();
        scene.close();
    }

    @Test
    void givenTwoNodes_thenEachHoldsHalfAndTheTablesAreTheFoldOfTheLog() {
        Node first = scene.node(new Projections(), Scene.settings(SEGMENTS)).start();
        await().atMost(Scene.PATIENCE).until(() -> first.held().size() == SEGMENTS);
        Node second = scene.node(new Projections(), Scene.settings(SEGMENTS)).start();

        for (int number = 1; number <= 6; number++) {
            scene.append(number % 2 == 0 ? Trades.completed(number) : Trades.compensated(number));
        }
        await().atMost(Scene.PATIENCE)
                .until(() -> first.held().size() == 2 && second.held().size() == 2);
        scene.awaitProjected(scene.append(Trades.disputed(7)));

        assertThat(scene.tables()).isEqualTo(scene.folded());
        assertThat(scene.letters()).isZero();
    }

    @Test
    void givenANodeThatEnds_thenTheOtherTakesItsSegmentsAtOnce() {
        Node first = scene.node(new Projections(), Scene.settings(SEGMENTS)).start();
        Node second = scene.node(new Projections(), Scene.settings(SEGMENTS)).start();
        await().atMost(Scene.PATIENCE)
                .until(() -> first.held().size() == 2 && second.held().size() == 2);

        first.live.stop();

        await().atMost(Scene.PATIENCE).until(() -> second.held().size() == SEGMENTS);
        scene.awaitProjected(scene.append(Trades.completed(1)));
        assertThat(scene.tables()).isEqualTo(scene.folded());
    }

    @Test
    void givenANodeFrozenInTheMiddleOfATransaction_whenItThawsAfterATakeover_thenRowsAreWrittenOnce() {
        AtomicBoolean frozen = new AtomicBoolean();
        Projection freezing = event -> {
            if (event.type().equals("payment.funds-held.v1") && frozen.compareAndSet(false, true)) {
                waitForThaw();
            }
            return new Projections().changes(event);
        };
        Node first = scene.node(freezing, Scene.settings(1)).start();
        await().atMost(Scene.PATIENCE).until(() -> first.held().size() == 1);
        long head = scene.append(Trades.compensated(1));
        await().atMost(Scene.PATIENCE).untilTrue(frozen);

        Node second = scene.node(new Projections(), Scene.settings(1)).start();
        scene.awaitProjected(head);
        assertThat(second.held()).containsExactly(0);
        thaw.countDown();
        scene.awaitProjected(scene.append(Trades.completed(2)));

        assertThat(scene.tables()).isEqualTo(scene.folded());
        assertThat(scene.letters()).isZero();
    }

    @Test
    void givenANodeFrozenBetweenReadingAndWriting_whenItThawsAfterATakeover_thenItWritesNothing() {
        AtomicBoolean frozen = new AtomicBoolean();
        FreezingLog log = new FreezingLog(frozen);
        Node first = scene.node(new Projections(), Scene.settings(1), log);
        log.real = scene.node(new Projections(), Scene.settings(1)).shop.log();
        first.start();
        await().atMost(Scene.PATIENCE).until(() -> first.held().size() == 1);
        long head = scene.append(Trades.compensated(1));
        await().atMost(Scene.PATIENCE).untilTrue(frozen);

        Node second = scene.node(new Projections(), Scene.settings(1)).start();
        scene.awaitProjected(head);
        thaw.countDown();
        scene.awaitProjected(scene.append(Trades.completed(2)));

        assertThat(second.held()).containsExactly(0);
        assertThat(first.registry.get("amanat.projection.batch").timer().count())
                .isZero();
        assertThat(scene.tables()).isEqualTo(scene.folded());
    }

    @Test
    void givenARowThatRefersToAnotherSegmentsRow_whenThatSegmentIsBehind_thenItWaitsAndNothingIsSetAside() {
        Story story = Trades.completed(1);
        String elsewhere = Stream.of(story.buyer, story.seller)
                .map(UserId::toString)
                .filter(user -> segment(user) != segment(story.request.toString()))
                .findFirst()
                .orElseThrow();
        Projection slow = event -> {
            if (event.aggregateId().equals(elsewhere)) {
                waitForThaw();
            }
            return new Projections().changes(event);
        };
        Node node = scene.node(slow, Scene.settings(SEGMENTS)).start();
        await().atMost(Scene.PATIENCE).until(() -> node.held().size() == SEGMENTS);
        long head = scene.append(story);
        await().atMost(Scene.PATIENCE)
                .until(() -> node.health().getDetails().toString().contains("waiting"));

        thaw.countDown();
        scene.awaitProjected(head);

        assertThat(scene.letters()).isZero();
        assertThat(scene.tables()).isEqualTo(scene.folded());
        await().atMost(Scene.PATIENCE).until(() -> node.health().getStatus().equals(Status.UP));
    }

    private static int segment(String sequence) {
        return Sequence.segment(sequence, SEGMENTS);
    }

    private void waitForThaw() {
        try {
            assertThat(thaw.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands out its first entries only after the thaw. */
    private final class FreezingLog implements WakingEventSource {
        private final AtomicBoolean frozen;
        private volatile WakingEventSource real;

        FreezingLog(AtomicBoolean frozen) {
            this.frozen = frozen;
        }

        @Override
        public List<LogEntry> read(long after, long upTo, int entriesMax) {
            List<LogEntry> read = real.read(after, upTo, entriesMax);
            if (!read.isEmpty() && frozen.compareAndSet(false, true)) {
                waitForThaw();
            }
            return read;
        }

        @Override
        public long head() {
            return real.head();
        }

        @Override
        public void awaitBeyond(long position, Duration atMost) throws InterruptedException {
            real.awaitBeyond(position, atMost);
        }
    }
}
