package io.amanat.eventlog;

import static io.amanat.eventlog.Node.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.MultiSourceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Axon asks of an event storage engine. */
@ExtendWith(PostgresExtension.class)
class EventStorageTest {

    private final TestDatabase database;
    private final Node node;
    private final String aggregate = UUID.randomUUID().toString();

    EventStorageTest(TestDatabase database) {
        this.database = database;
        this.node = new Node(database);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void givenEvents_whenTheirAggregateIsRead_thenTheyComeBackWhole() {
        DomainEventMessage<?> first = event(aggregate, 0)
                .withMetaData(MetaData.with("actor", "user:7").and("correlationId", "trade"));
        node.engine.appendEvents(first, event(aggregate, 1));

        List<? extends DomainEventMessage<?>> read =
                node.engine.readEvents(aggregate).asStream().toList();
        assertThat(read).hasSize(2);
        DomainEventMessage<?> back = read.getFirst();
        assertThat(back.getIdentifier()).isEqualTo(first.getIdentifier());
        assertThat(back.getType()).isEqualTo("Thing");
        assertThat(back.getPayload()).isEqualTo(first.getPayload());
        assertThat(back.getMetaData()).isEqualTo(first.getMetaData());
        assertThat(back.getTimestamp()).isEqualTo(first.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
        assertThat(node.engine.readEvents(aggregate, 1).asStream()).hasSize(1);
        assertThat(node.engine.lastSequenceNumberFor(aggregate)).contains(1L);
        assertThat(node.engine.lastSequenceNumberFor("nobody")).isEmpty();
        assertThat(database.jdbc()
                        .sql("select actor || ' ' || correlation_id from event_log where event_id = ?")
                        .param(first.getIdentifier())
                        .query(String.class)
                        .single())
                .isEqualTo("user:7 trade");
    }

    @Test
    void givenMoreEventsThanABatch_whenTheyAreRead_thenNoneIsMissing() {
        List<DomainEventMessage<?>> events = LongStream.range(0, 1_203)
                .<DomainEventMessage<?>>mapToObj(number -> event(aggregate, number))
                .toList();
        TrackingToken before = node.engine.createHeadToken();
        node.engine.appendEvents(events);

        assertThat(node.engine.readEvents(aggregate).asStream().map(DomainEventMessage::getIdentifier))
                .containsExactlyElementsOf(
                        events.stream().map(DomainEventMessage::getIdentifier).toList());
        List<? extends TrackedEventMessage<?>> tracked =
                node.engine.readEvents(before, false).toList();
        assertThat(Node.ids(tracked))
                .containsExactlyElementsOf(
                        events.stream().map(DomainEventMessage::getIdentifier).toList());
        assertThat(tracked.getLast().trackingToken()).isEqualTo(node.engine.createHeadToken());
    }

    @Test
    void givenAnEventOfNoAggregate_whenItIsAppended_thenItIsReadInItsPlace() {
        TrackingToken before = node.engine.createHeadToken();
        var event = GenericEventMessage.asEventMessage(new Node.Happened("alone"));
        node.engine.appendEvents(event);
        assertThat(Node.ids(node.engine.readEvents(before, false).toList())).containsExactly(event.getIdentifier());
    }

    @Test
    void givenTokensOfOtherEngines_whenTheyAreRead_thenTheirPositionCounts() {
        node.engine.appendEvents(event(aggregate, 0), event(aggregate, 1));
        long last = node.reader.head();
        TrackingToken gapAware = GapAwareTrackingToken.newInstance(last - 1, Set.of(last - 2));
        TrackingToken replay =
                ReplayToken.createReplayToken(GapAwareTrackingToken.newInstance(last, Set.of()), gapAware);
        for (TrackingToken token : List.of(gapAware, replay, LogTokens.at(last - 1))) {
            assertThat(node.engine.readEvents(token, false)).hasSize(1);
        }
        assertThat(LogTokens.positionOf(null)).isZero();
        assertThatThrownBy(() -> LogTokens.positionOf(new MultiSourceTrackingToken(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(node.engine.readEvents(LogTokens.at(last + 1_000), false)).isEmpty();
    }

    @Test
    void givenAnInstant_whenATokenIsMade_thenItIsBeforeTheFirstEventFromThenOn() {
        Instant start = Instant.parse("2031-01-01T00:00:00Z");
        for (int minute = 0; minute < 60; minute++) {
            node.engine.appendEvents(at(start.plusSeconds(60L * minute)));
        }
        long head = node.reader.head();
        assertThat(node.reader.positionBefore(start)).isEqualTo(head - 60);
        assertThat(node.reader.positionBefore(start.plusSeconds(60 * 30))).isEqualTo(head - 30);
        assertThat(node.reader.positionBefore(start.plusSeconds(60 * 30 + 1))).isEqualTo(head - 29);
        assertThat(node.reader.positionBefore(start.plusSeconds(60 * 60))).isEqualTo(head);
        assertThat(node.engine.createTokenAt(Instant.EPOCH)).isEqualTo(node.engine.createTailToken());
    }

    @Test
    void givenANewerSnapshot_whenItIsStored_thenOnlyItIsLeft() {
        node.engine.storeSnapshot(event(aggregate, 3));
        DomainEventMessage<?> newer = event(aggregate, 7);
        node.engine.storeSnapshot(newer);
        DomainEventMessage<?> again = event(aggregate, 7);
        node.engine.storeSnapshot(again);

        assertThat(node.engine.readSnapshot(aggregate).orElseThrow().getIdentifier())
                .isEqualTo(again.getIdentifier());
        assertThat(node.engine.readSnapshot(aggregate).orElseThrow().getSequenceNumber())
                .isEqualTo(7);
        assertThat(database.jdbc()
                        .sql("select count(*) from snapshot_event_entry where aggregate_identifier = ?")
                        .param(aggregate)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(node.engine.readSnapshot("nobody")).isEmpty();
    }

    @Test
    void givenAJoinedTransaction_whenItReadsItsAggregate_thenItSeesItsOwnEventsAndOthersDoNot() throws Exception {
        try (Connection connection = database.app().getConnection()) {
            connection.setAutoCommit(false);
            Node.TRANSACTION.set(connection);
            node.engine.appendEvents(event(aggregate, 0));
            assertThat(node.engine.readEvents(aggregate).asStream()).hasSize(1);
            assertThat(node.engine.lastSequenceNumberFor(aggregate)).contains(0L);
            Node.TRANSACTION.remove();
            assertThat(node.engine.readEvents(aggregate).asStream()).isEmpty();
            connection.rollback();
        }
        assertThat(node.engine.readEvents(aggregate).asStream()).isEmpty();
    }

    @Test
    void givenAnInsertByHand_whenItGivesNoPosition_thenItGetsTheNextOne() {
        long before = node.reader.head();
        database.jdbc()
                .sql("insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,"
                        + " payload_type, payload, meta_data, time_stamp) values ('by-hand', 'by-hand', 0, 'x', '{}',"
                        + " '{\"actor\":\"system:psql\"}', '2026-01-01T00:00:00Z')")
                .update();
        assertThat(node.reader.read(before, Long.MAX_VALUE, 10))
                .extracting(LogEntry::position)
                .containsExactly(before + 1);
        assertThat(database.jdbc()
                        .sql("select actor from event_log where event_id = 'by-hand'")
                        .query(String.class)
                        .single())
                .isEqualTo("system:psql");
        node.engine.appendEvents(event(aggregate, 0));
    }

    private static DomainEventMessage<?> at(Instant when) {
        return new GenericDomainEventMessage<>(
                "Thing",
                UUID.randomUUID().toString(),
                0,
                new Node.Happened("it"),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                when);
    }
}
