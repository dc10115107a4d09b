package io.amanat.eventlog;

import static io.amanat.eventlog.Node.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** What happens when there is too much, or the server cannot. */
@ExtendWith(PostgresExtension.class)
class BoundsTest {

    private final TestDatabase database;

    BoundsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void givenAnEventThatIsTooLarge_whenItIsAppended_thenItIsRefusedAlone() {
        GroupCommitSettings small = settings(100, 100, 1_000);
        try (Node node = new Node(database.app(), database.app(), small)) {
            String aggregate = id();
            assertThatThrownBy(() -> node.groupCommit.append(
                            List.of(ConflictTest.prepared(aggregate, '"' + "x".repeat(1_000) + '"'))))
                    .isInstanceOf(EventTooLarge.class)
                    .hasMessageContaining("thing.happened.v1 has 1004 bytes");
            node.engine.appendEvents(event(aggregate, 0));
        }
    }

    @Test
    void givenAFullQueue_whenNoRoomComesUp_thenTheCallerIsTold() throws Exception {
        GroupCommitSettings narrow = settings(2, 100, 1 << 20);
        try (Node node = new Node(database.app(), database.app(), narrow)) {
            try (HeldHead held = new HeldHead(database, node)) {
                CompletableFuture<Void> one = held.append(event(id(), 0));
                CompletableFuture<Void> two = held.append(event(id(), 0));
                assertThatThrownBy(() -> node.engine.appendEvents(event(id(), 0)))
                        .isInstanceOf(LogOverloaded.class);
                held.release();
                assertThat(one).succeedsWithin(Duration.ofSeconds(10));
                assertThat(two).succeedsWithin(Duration.ofSeconds(10));
            }
            String large = id();
            node.engine.appendEvents(event(large, 0), event(large, 1), event(large, 2));
        }
    }

    @Test
    void givenBatchesOfTwo_whenManyWait_thenAllAreStored() throws Exception {
        try (Node node = new Node(database.app(), database.app(), settings(100, 2, 1 << 20));
                HeldHead held = new HeldHead(database, node)) {
            List<CompletableFuture<Void>> appends = IntStream.range(0, 9)
                    .mapToObj(i -> held.append(event(id(), 0)))
                    .toList();
            held.release();
            assertThat(appends).allSatisfy(append -> assertThat(append).succeedsWithin(Duration.ofSeconds(10)));
        }
    }

    @Test
    void givenTheServerCannot_whenItCanAgain_thenTheCommitterGoesOn() throws Exception {
        PGSimpleDataSource impatient = (PGSimpleDataSource) database.app();
        impatient.setOptions("-c lock_timeout=100");
        try (Node node = new Node(impatient, database.app(), GroupCommitSettings.defaults())) {
            String aggregate = id();
            try (Connection connection = database.app().getConnection()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("select from event_log_head for update");
                assertThatThrownBy(() -> node.engine.appendEvents(event(aggregate, 0)))
                        .isInstanceOf(AppendFailed.class)
                        .hasMessageStartingWith("Nothing was stored");
            }
            node.engine.appendEvents(event(aggregate, 0));
        }
    }

    @Test
    void givenAnErrorInTheCommitter_whenItStrikes_thenItsCallersFailAndItGoesOn() {
        AtomicBoolean strikes = new AtomicBoolean(true);
        PGSimpleDataSource plain = (PGSimpleDataSource) database.app();
        PGSimpleDataSource broken = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                if (strikes.getAndSet(false)) {
                    throw new OutOfMemoryError("in this test");
                }
                return plain.getConnection();
            }
        };
        try (Node node = new Node(broken, database.app(), GroupCommitSettings.defaults())) {
            String aggregate = id();
            assertThatThrownBy(() -> node.engine.appendEvents(event(aggregate, 0)))
                    .isInstanceOf(AppendFailed.class)
                    .hasCauseInstanceOf(OutOfMemoryError.class);
            node.engine.appendEvents(event(aggregate, 0));
        }
    }

    @Test
    void givenWaitingAppends_whenItIsClosed_thenTheyAreStoredAndLaterOnesRefused() throws Exception {
        Node node = new Node(database);
        try (HeldHead held = new HeldHead(database, node)) {
            CompletableFuture<Void> waiting = held.append(event(id(), 0));
            CompletableFuture<Void> closing = CompletableFuture.runAsync(node.groupCommit::close);
            held.release();
            assertThat(closing).succeedsWithin(Duration.ofSeconds(10));
            assertThat(waiting).succeedsWithin(Duration.ofSeconds(1));
        }
        assertThatThrownBy(() -> node.engine.appendEvents(event(id(), 0)))
                .isInstanceOf(AppendFailed.class)
                .hasMessageContaining("closed");
    }

    private static GroupCommitSettings settings(int queueEventsMax, int batchEventsMax, int eventBytesMax) {
        return new GroupCommitSettings(
                queueEventsMax, batchEventsMax, 1 << 20, eventBytesMax, Duration.ofMillis(200), Duration.ofSeconds(20));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
