package io.amanat.eventlog;

import static io.amanat.eventlog.Node.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Readers are woken by the commit. The safety net polls every ten minutes here: whoever waited for it would fail. */
@ExtendWith(PostgresExtension.class)
class WakeUpTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final TestDatabase database;

    WakeUpTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void givenAReaderInTheSameProcess_whenAnAppendCommits_thenItIsWoken() throws Exception {
        try (Node node = new Node(database)) {
            long known = node.reader.head();
            node.head.advance(known);
            CompletableFuture<Long> woken = waitBeyond(node, known);
            node.engine.appendEvents(event(id(), 0));
            assertThat(woken).succeedsWithin(SOON).isEqualTo(known + 1);
        }
    }

    @Test
    void givenAReaderInAnotherProcess_whenAnAppendCommits_thenItIsWokenWithinMilliseconds() throws Exception {
        try (Node writer = new Node(database);
                Node other = new Node(database)) {
            other.listener.start();
            await().until(other.listener::isListening);
            List<Long> tookMs = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                long known = other.reader.head();
                other.head.advance(known);
                CompletableFuture<Long> woken = waitBeyond(other, known);
                writer.engine.appendEvents(event(id(), 0));
                long stored = System.nanoTime();
                assertThat(woken).succeedsWithin(SOON).isEqualTo(known + 1);
                tookMs.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - stored));
            }
            tookMs.sort(null);
            assertThat(tookMs.get(10)).as("the median of %s", tookMs).isLessThan(100);
        }
    }

    @Test
    void givenAJoinedTransaction_whenItCommits_thenOthersAreWokenAndNotBefore() throws Exception {
        try (Node writer = new Node(database);
                Node other = new Node(database);
                Connection connection = database.app().getConnection()) {
            other.listener.start();
            await().until(other.listener::isListening);
            long known = other.reader.head();
            connection.setAutoCommit(false);
            Node.TRANSACTION.set(connection);
            writer.engine.appendEvents(event(id(), 0));
            Node.TRANSACTION.remove();
            assertThat(other.head.awaitBeyond(known, Duration.ofMillis(200))).isEqualTo(known);
            connection.commit();
            assertThat(other.head.awaitBeyond(known, SOON)).isEqualTo(known + 1);
        }
    }

    @Test
    void givenTheListenersSessionIsEnded_whenItListensAgain_thenItKnowsWhatItMissed() throws Exception {
        try (Node writer = new Node(database);
                Node other = new Node(database)) {
            other.listener.start();
            await().until(other.listener::isListening);
            assertThat(database.jdbc()
                            .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where datname = current_database() and query ilike 'listen%'"
                                    + " or query like '%last_position from event_log_head' and pid <> pg_backend_pid()"
                                    + " and datname = current_database()")
                            .query(Boolean.class)
                            .list())
                    .isNotEmpty();
            writer.engine.appendEvents(event(id(), 0));
            assertThat(other.head.awaitBeyond(writer.head.known() - 1, SOON)).isEqualTo(writer.head.known());
        }
    }

    @Test
    void givenAStream_whenEventsAreAppended_thenItGivesThemAndCallsBack() throws Exception {
        try (Node node = new Node(database)) {
            BlockingStream<TrackedEventMessage<?>> stream = node.store.openStream(node.store.createHeadToken());
            assertThat(stream.peek()).isEmpty();
            CountDownLatch called = new CountDownLatch(1);
            assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
            CompletableFuture<Boolean> available = CompletableFuture.supplyAsync(() -> hasNext(stream));

            DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            var event = event(id(), 0);
            node.store.publish(event);
            unit.commit();

            assertThat(available).succeedsWithin(SOON).isEqualTo(true);
            assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getIdentifier()).isEqualTo(event.getIdentifier());
            assertThat(stream.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            stream.close();
        }
    }

    @Test
    void givenAJoinedUnitOfWork_whenItCommits_thenStreamsHereAreWokenWithoutAListener() throws Exception {
        try (Node node = new Node(database);
                Connection connection = database.app().getConnection()) {
            long known = node.reader.head();
            node.head.advance(known);
            connection.setAutoCommit(false);
            DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            Node.TRANSACTION.set(connection);
            unit.onCommit(u -> {
                commit(connection);
                Node.TRANSACTION.remove();
            });
            node.store.publish(event(id(), 0), event(id(), 0));
            unit.onCommit(u -> assertThat(AppendedPositions.lastOf(u)).hasValue(known + 2));
            unit.commit();
            assertThat(node.head.known()).isEqualTo(known + 2);
        }
    }

    private static CompletableFuture<Long> waitBeyond(Node node, long known) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return node.head.awaitBeyond(known, Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static boolean hasNext(BlockingStream<?> stream) {
        try {
            return stream.hasNextAvailable(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
