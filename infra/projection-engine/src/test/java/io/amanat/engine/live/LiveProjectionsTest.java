package io.amanat.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.contract.EventPositions;
import io.amanat.projection.Projection;
import io.amanat.projection.Projections;
import io.amanat.projection.story.Trades;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LiveProjectionsTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void givenEventsBeforeAndAfterTheStart_whenTheNodeRuns_thenTheTablesAreTheFoldOfTheLog() {
        scene.append(Trades.completed(1));
        Node node = scene.node(new Projections(), Scene.settings(1)).start();

        scene.awaitProjected(scene.append(Trades.compensated(2)));

        assertThat(scene.tables()).isEqualTo(scene.folded());
        assertThat(scene.count("payments")).isEqualTo(2);
        assertThat(node.health().getStatus()).isEqualTo(Status.UP);
        assertThat(scene.letters()).isZero();
    }

    @Test
    void givenAStoppedNode_whenAnotherStarts_thenItGoesOnAtOnceWhereTheFirstWas() {
        Node first = scene.node(new Projections(), Scene.settings(1)).start();
        scene.awaitProjected(scene.append(Trades.completed(1)));
        first.live.stop();
        AtomicInteger seen = new AtomicInteger();
        Projection counting = event -> {
            seen.incrementAndGet();
            return new Projections().changes(event);
        };
        long before = scene.head();
        long head = scene.append(Trades.disputed(2));

        scene.node(counting, Scene.settings(1)).start();
        scene.awaitProjected(head);

        assertThat(seen).hasValue((int) (head - before));
        assertThat(scene.tables()).isEqualTo(scene.folded());
    }

    @Test
    void givenATableThatIsAheadOfItsPosition_whenTheEventsComeAgain_thenTheRowsStayAsTheyAre() {
        Node first = scene.node(new Projections(), Scene.settings(1)).start();
        long head = scene.append(Trades.compensated(1));
        scene.awaitProjected(head);
        first.live.stop();
        scene.jdbc
                .sql("update amanat_read.projection_segments set position = 0")
                .update();

        scene.node(new Projections(), Scene.settings(1)).start();
        scene.awaitProjected(head);

        assertThat(scene.tables()).isEqualTo(scene.folded());
        assertThat(scene.letters()).isZero();
    }

    @Test
    void givenAConnectionThatIsCutInTheMiddleOfABatch_whenTheNodeGoesOn_thenEveryRowIsThereOnceAndNothingIsSetAside() {
        AtomicInteger cuts = new AtomicInteger();
        Projection cutting = event -> {
            if (cuts.get() < 3 && event.position() % 5 == 0) {
                cuts.addAndGet(endOpenTransactions());
            }
            return new Projections().changes(event);
        };
        Node node = scene.node(cutting, Scene.settings(1)).start();

        scene.awaitProjected(scene.append(Trades.completed(1)));

        assertThat(cuts).hasValueGreaterThanOrEqualTo(3);
        assertThat(scene.tables()).isEqualTo(scene.folded());
        assertThat(scene.letters()).isZero();
        assertThat(node.counted("amanat.projection.failures")).isGreaterThanOrEqualTo(3);
        await().atMost(Scene.PATIENCE).until(() -> node.health().getStatus().equals(Status.UP));
    }

    @Test
    void givenNobodyThatWorksOnASegment_thenHealthIsDown() {
        Node node = scene.node(new Projections(), Scene.settings(1)).start();
        await().atMost(Scene.PATIENCE).until(() -> node.health().getStatus().equals(Status.UP));

        node.live.stop();

        assertThat(node.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(node.health().getDetails().toString()).contains("nobody works on it");
    }

    @Test
    void givenSomebodyWhoWaitsForAPosition_whenItsRowsAreCommitted_thenTheWaitEnds() {
        Node node = scene.node(new Projections(), Scene.settings(1)).start();
        EventPositions positions = new LivePositions(node.shop.log(), node.shop.segments(), node.shop.progress());
        long head = scene.append(Trades.completed(1));

        assertThat(positions.awaitProjected(head, Scene.PATIENCE)).isEqualTo(head);
        assertThat(positions.awaitProjected(head + 1, Duration.ofMillis(50))).isEqualTo(head);
        assertThat(positions.head()).isEqualTo(head);
    }

    private int endOpenTransactions() {
        return scene.superuser()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'amanat_app'"
                        + " and datname = current_database() and state = 'idle in transaction'")
                .query(Boolean.class)
                .list()
                .size();
    }
}
