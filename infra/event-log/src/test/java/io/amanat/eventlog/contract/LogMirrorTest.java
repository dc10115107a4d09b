package io.amanat.eventlog.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.amanat.eventlog.CopiedEvents;
import io.amanat.eventlog.LogEntry;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogMirror;
import io.amanat.eventlog.LogReader;
import io.amanat.eventlog.MirrorBehind;
import io.amanat.eventlog.NotAMirror;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Another store's events as a copy in the log. Axon's JDBC engine on tables of its own plays the other store. */
@ExtendWith(PostgresExtension.class)
class LogMirrorTest {

    private TestDatabase database;
    private EmbeddedEventStore origin;
    private final LogHead head = new LogHead();
    private final List<LogMirror> mirrors = new ArrayList<>();

    @BeforeEach
    void open() {
        database = TestDatabase.create(); // of its own: each test starts from an empty log
        origin = StockJdbc.store(database.owner());
    }

    @AfterEach
    void close() {
        mirrors.forEach(LogMirror::close);
        origin.shutDown();
        database.close();
    }

    @Test
    void givenEventsElsewhere_whenMirrored_thenTheLogHasThemWholeInOrderWithoutGaps() throws Exception {
        String aggregate = UUID.randomUUID().toString();
        MetaData metadata = MetaData.with("actor", "user:1").and("idempotencyKey", "k");
        origin.publish(Contract.event(aggregate, 0).withMetaData(metadata));
        assertThatThrownBy(() -> origin.publish(Contract.event(aggregate, 0)))
                .as("leaves a gap there")
                .isInstanceOf(RuntimeException.class);
        origin.publish(Contract.event(aggregate, 1).withMetaData(metadata));
        mirror(origin);

        awaitCopies(2);
        List<LogEntry> entries = log().read(0, Long.MAX_VALUE, 10);
        List<? extends DomainEventMessage<?>> stored =
                origin.readEvents(aggregate).asStream().toList();
        for (int i = 0; i < 2; i++) {
            LogEntry entry = entries.get(i);
            assertThat(entry.position()).isEqualTo(i + 1);
            assertThat(entry.sequence()).isEqualTo(i);
            assertThat(entry.eventId()).isEqualTo(stored.get(i).getIdentifier());
            assertThat(entry.at()).isEqualTo(stored.get(i).getTimestamp());
            assertThat(new String(entry.payload(), UTF_8)).isEqualTo("{\"what\":\"it\"}");
            assertThat(new String(entry.metadata(), UTF_8)).contains("\"idempotencyKey\":\"k\"");
        }
        assertThat(database.jdbc()
                        .sql("select distinct actor from event_log")
                        .query(String.class)
                        .list())
                .containsExactly("user:1");
    }

    @Test
    void givenSessionsKilledAndAStreamThatBreaks_whenMirrored_thenEachEventIsThereOnce() throws Exception {
        mirror(new BreakingSource(origin, 20));
        Contract.Writers writers = Contract.Writers.start(origin, 3, 100);
        AtomicInteger killed = new AtomicInteger();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(400))
                .until(() -> {
                    killed.addAndGet(killTheMirrorsSession());
                    return log().head() >= 300;
                });
        writers.acknowledged();
        mirror(origin);
        awaitCopies(300);

        assertThat(killed.get()).isPositive();
        List<LogEntry> copies = log().read(0, Long.MAX_VALUE, 1_000);
        assertThat(copies)
                .extracting(LogEntry::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(copies)
                .extracting(LogEntry::eventId)
                .containsExactlyElementsOf(Contract.take(origin, origin.createTailToken(), 300));
    }

    @Test
    void givenTwoNodes_whenTheOneThatCopiesStops_thenTheOtherGoesOn() {
        LogMirror first = mirror(origin);
        origin.publish(Contract.event("a", 0));
        awaitCopies(1);
        LogMirror second = mirror(origin);
        origin.publish(Contract.event("a", 1));
        awaitCopies(2);
        first.close();
        origin.publish(Contract.event("a", 2));
        awaitCopies(3);
        assertThat(second.trouble()).isNull();
    }

    @Test
    void givenSomebodyElsesEventInTheLog_whenMirrored_thenItRefuses() {
        writeByHand("x");
        assertThatThrownBy(() -> mirror(origin)).isInstanceOf(NotAMirror.class);
        assertThat(LogMirror.isIn(database.app())).isFalse();
    }

    @Test
    void givenAMirror_whenSomebodyElseWritesToTheLog_thenItStandsStillAndSaysWhy() {
        LogMirror mirror = mirror(origin);
        origin.publish(Contract.event("a", 0));
        awaitCopies(1);
        assertThat(LogMirror.isIn(database.app())).isTrue();

        writeByHand("x");
        origin.publish(Contract.event("a", 1));
        await().atMost(Contract.SOON).until(() -> mirror.trouble() instanceof NotAMirror);
        assertThat(log().head()).isEqualTo(2);
    }

    @Test
    void givenAnotherStore_whenItEndsBeforeWhatWasCopied_thenTheMirrorRefusesIt() {
        LogMirror first = mirror(origin);
        origin.publish(Contract.event("a", 0), Contract.event("a", 1));
        awaitCopies(2);
        first.close();

        try (TestDatabase restored = TestDatabase.create()) {
            EmbeddedEventStore older = StockJdbc.store(restored.owner());
            older.publish(Contract.event("a", 0));
            LogMirror second = mirror(older);
            await().atMost(Contract.SOON).until(() -> second.trouble() instanceof NotAMirror);
            second.close();
            older.shutDown();
        }
        assertThat(log().head()).isEqualTo(2);
    }

    @Test
    void givenAMirroredStore_whenPublished_thenTheCopyIsThereWhenItReturns() {
        EventStore copies = MirroredLog.store(database, head);
        EventStore store = MirroredLog.of(origin, copies, database, head, Contract.SOON);
        mirror(origin);
        DomainEventMessage<?> event = Contract.event("a", 0);
        store.publish(event);
        assertThat(log().head()).isEqualTo(1);
        assertThat(Contract.take(store, store.createTailToken(), 1)).containsExactly(event.getIdentifier());

        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(Contract.event("b", 0));
        store.publish(Contract.event("a", 1));
        assertThat(log().head()).isEqualTo(1);
        work.commit();
        assertThat(log().head()).isEqualTo(2);
        assertThat(store.readEvents("a").asStream()).hasSize(2);
    }

    @Test
    void givenNobodyWhoCopies_whenPublished_thenThePublisherIsToldAndTheEventIsStored() {
        EventStore copies = MirroredLog.store(database, head);
        EventStore store = MirroredLog.of(origin, copies, database, head, Duration.ofMillis(100));
        assertThatThrownBy(() -> store.publish(Contract.event("a", 0))).isInstanceOf(MirrorBehind.class);
        assertThat(store.lastSequenceNumberFor("a")).contains(0L);
    }

    @Test
    void givenAnEvent_whenItsCopyIsAwaited_thenWithinTheTimeOrNot() throws Exception {
        mirror(origin);
        CopiedEvents copied = new CopiedEvents(database.app(), head);
        DomainEventMessage<?> event = Contract.event("a", 0);
        origin.publish(event);
        assertThat(copied.await(event.getIdentifier(), Contract.SOON)).isTrue();
        assertThat(copied.await("nobody", Duration.ofMillis(100))).isFalse();
    }

    private void writeByHand(String id) {
        database.jdbc()
                .sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,"
                        + " payload_type, payload, meta_data, time_stamp) values (:id, :id, 0, 'x', '{}',"
                        + " '{\"actor\":\"system:psql\"}', '2026-01-01T00:00:00Z')")
                .param("id", id)
                .update();
    }

    private LogMirror mirror(StreamableMessageSource<TrackedEventMessage<?>> from) {
        LogMirror mirror = new LogMirror(from, database.app(), Contract.JSON, Contract.JSON, head);
        mirrors.add(mirror);
        mirror.start();
        return mirror;
    }

    private LogReader log() {
        return new LogReader(database.app());
    }

    private void awaitCopies(long count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> log().head() == count);
    }

    private int killTheMirrorsSession() {
        return database.jdbc()
                .sql("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and database ="
                        + " (select oid from pg_database where datname = current_database())")
                .query(Integer.class)
                .single();
    }

    /** Its streams break off after so many events each. */
    private record BreakingSource(EventStore origin, int eventsEach)
            implements StreamableMessageSource<TrackedEventMessage<?>> {

        @Override
        public TrackingToken createHeadToken() {
            return origin.createHeadToken();
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
            return new BreakingStream(origin.openStream(trackingToken), new AtomicInteger(eventsEach));
        }
    }

    private record BreakingStream(BlockingStream<TrackedEventMessage<?>> stream, AtomicInteger left)
            implements BlockingStream<TrackedEventMessage<?>> {

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("the other store is not reached");
            }
            return stream.nextAvailable();
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
