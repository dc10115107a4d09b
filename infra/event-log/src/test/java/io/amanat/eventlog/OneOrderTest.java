package io.amanat.eventlog;

import static io.amanat.eventlog.Node.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One total order without gaps, whoever writes, and readers who miss nothing. */
@ExtendWith(PostgresExtension.class)
class OneOrderTest {

    private static final int WRITERS = 8;
    private static final int APPENDS_EACH = 60;

    private final TestDatabase database;

    OneOrderTest(TestDatabase database) {
        this.database = database;
    }

    /** Two processes, group commits and joined transactions mixed, some rolled back; and readers that follow in both. */
    @Test
    void givenManyWriters_whenReadersFollow_thenEachSeesEveryEventOnceInOrder() throws Exception {
        Set<String> stored = ConcurrentHashMap.newKeySet();
        try (Node one = new Node(database);
                Node two = new Node(database);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            one.listener.start();
            two.listener.start();
            long before = one.reader.head();
            CompletableFuture<Long> end = new CompletableFuture<>();
            Future<List<LogEntry>> readBesideOne = threads.submit(() -> follow(one, before, end));
            Future<List<LogEntry>> readBesideTwo = threads.submit(() -> follow(two, before, end));
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random random = new Random(i);
                Node node = i % 2 == 0 ? one : two;
                boolean joined = i % 4 > 1;
                writers.add(() -> write(node, joined, random, stored));
            }
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
            end.complete(one.reader.head());

            List<LogEntry> read = readBesideOne.get(20, TimeUnit.SECONDS);
            assertThat(read)
                    .extracting(LogEntry::position)
                    .isEqualTo(LongStream.rangeClosed(before + 1, end.join())
                            .boxed()
                            .toList());
            assertThat(read)
                    .extracting(LogEntry::eventId)
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(stored);
            assertThat(readBesideTwo.get(20, TimeUnit.SECONDS))
                    .extracting(LogEntry::eventId)
                    .isEqualTo(read.stream().map(LogEntry::eventId).toList());
        }
    }

    /**
     * What loses an event on the stock engines: it takes its index, a neighbour with a higher one commits, whose time is more than a
     * minute ago, a reader passes, and then it commits itself. Here the neighbour cannot: its append waits for the first to end.
     */
    @Test
    void givenTheScheduleThatLosesEvents_whenItIsTried_thenTheNeighbourWaitsAndTheReaderSeesBoth() throws Exception {
        String late = UUID.randomUUID().toString();
        String neighbour = UUID.randomUUID().toString();
        try (Node one = new Node(database);
                Node two = new Node(database);
                Connection connection = database.app().getConnection()) {
            long before = one.reader.head();
            connection.setAutoCommit(false);
            Node.TRANSACTION.set(connection);
            one.engine.appendEvents(event(late, 0)); // has its position, and does not commit yet
            Node.TRANSACTION.remove();
            CompletableFuture<Void> other = CompletableFuture.runAsync(
                    () -> two.engine.appendEvents(at(neighbour, Instant.now().minus(Duration.ofMinutes(10)))));

            assertThatThrownBy(() -> other.get(400, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(two.reader.read(before, Long.MAX_VALUE, 10)).isEmpty();

            connection.commit();
            assertThat(other).succeedsWithin(Duration.ofSeconds(10));
            assertThat(two.reader.read(before, Long.MAX_VALUE, 10))
                    .extracting(LogEntry::aggregateId)
                    .containsExactly(late, neighbour);
        }
    }

    @Test
    void givenAPositionTaken_whenItsTransactionRollsBack_thenTheNextOneGetsIt() throws Exception {
        try (Node node = new Node(database);
                Connection connection = database.app().getConnection()) {
            long before = node.reader.head();
            connection.setAutoCommit(false);
            Node.TRANSACTION.set(connection);
            node.engine.appendEvents(event(UUID.randomUUID().toString(), 0));
            connection.rollback();
            Node.TRANSACTION.remove();
            assertThat(node.reader.head()).isEqualTo(before);

            node.engine.appendEvents(event(UUID.randomUUID().toString(), 0));
            assertThat(node.reader.read(before, Long.MAX_VALUE, 10))
                    .extracting(LogEntry::position)
                    .containsExactly(before + 1);
        }
    }

    private static List<LogEntry> follow(Node node, long after, CompletableFuture<Long> end)
            throws InterruptedException {
        List<LogEntry> read = new ArrayList<>();
        long position = after;
        while (!end.isDone() || position < end.join()) {
            long known = node.head.awaitBeyond(position, Duration.ofMillis(50));
            List<LogEntry> more = node.reader.read(position, known, 7);
            read.addAll(more);
            position = more.isEmpty() ? position : more.getLast().position();
        }
        return read;
    }

    private Void write(Node node, boolean joined, Random random, Set<String> stored) throws Exception {
        for (int i = 0; i < APPENDS_EACH; i++) {
            String aggregate = UUID.randomUUID().toString();
            List<DomainEventMessage<?>> events = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(4); n++) {
                events.add(event(aggregate, n));
            }
            if (!joined) {
                node.engine.appendEvents(events);
            } else if (!commits(node, events, random.nextInt(3) > 0)) {
                events = Collections.emptyList();
            }
            events.forEach(event -> stored.add(event.getIdentifier()));
        }
        return null;
    }

    private boolean commits(Node node, List<DomainEventMessage<?>> events, boolean commit) throws Exception {
        try (Connection connection = database.app().getConnection()) {
            connection.setAutoCommit(false);
            Node.TRANSACTION.set(connection);
            node.engine.appendEvents(events);
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return commit;
        } finally {
            Node.TRANSACTION.remove();
        }
    }

    private static DomainEventMessage<?> at(String aggregate, Instant when) {
        return new GenericDomainEventMessage<>(
                "Thing",
                aggregate,
                0,
                new Node.Happened("it"),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                when);
    }
}
