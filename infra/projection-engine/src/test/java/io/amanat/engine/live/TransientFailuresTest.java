package io.amanat.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.projection.Projection;
import io.amanat.projection.Projections;
import io.amanat.projection.story.Trades;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What is no event's fault is repeated until it passes: nothing is ever set aside for it. */
class TransientFailuresTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void givenATableThatIsLockedForLongerThanAStatementMayWait_whenTheLockIsGone_thenTheTablesAreComplete()
            throws SQLException {
        scene.superuser()
                .sql("alter role amanat_app in database " + name() + " set lock_timeout = '100ms'")
                .update();
        Node node;
        long head;
        try (Connection other = scene.database.owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table amanat_read.users in access exclusive mode");
            node = scene.node(new Projections(), Scene.settings(1)).start();
            head = scene.append(Trades.completed(1));
            await().atMost(Scene.PATIENCE).until(() -> node.counted("amanat.projection.failures") >= 4);
            assertThat(node.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(scene.projected()).isZero();
            other.rollback();
        }
        scene.awaitProjected(head);

        assertThat(scene.letters()).isZero();
        assertThat(scene.tables()).isEqualTo(scene.folded());
        await().atMost(Scene.PATIENCE).until(() -> node.health().getStatus().equals(Status.UP));
    }

    @Test
    void givenMemoryAtItsEnd_whenThereIsSomeAgain_thenNothingIsSetAside() {
        AtomicBoolean exhausted = new AtomicBoolean(true);
        Projection hungry = event -> {
            if (exhausted.get() && event.type().equals("offer.made.v1")) {
                throw new OutOfMemoryError("as if");
            }
            return new Projections().changes(event);
        };
        Node node = scene.node(hungry, Scene.settings(1)).start();
        long head = scene.append(Trades.completed(1));
        await().atMost(Scene.PATIENCE).until(() -> node.counted("amanat.projection.failures") >= 5);
        assertThat(node.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(scene.letters()).isZero();

        exhausted.set(false);
        scene.awaitProjected(head);

        assertThat(scene.letters()).isZero();
        assertThat(scene.tables()).isEqualTo(scene.folded());
    }

    @Test
    void givenSessionsThatAreEndedAgainAndAgain_thenNothingIsSetAside() {
        Node node = scene.node(new Projections(), Scene.settings(1)).start();
        long head = 0;
        for (int number = 1; number <= 5; number++) {
            head = scene.append(Trades.compensated(number));
            scene.superuser()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'amanat_app'"
                            + " and datname = current_database()")
                    .query(Boolean.class)
                    .list();
        }
        scene.awaitProjected(head);

        assertThat(scene.letters()).isZero();
        assertThat(scene.tables()).isEqualTo(scene.folded());
        await().atMost(Scene.PATIENCE).until(() -> node.health().getStatus().equals(Status.UP));
    }

    private String name() {
        return scene.jdbc.sql("select current_database()").query(String.class).single();
    }
}
