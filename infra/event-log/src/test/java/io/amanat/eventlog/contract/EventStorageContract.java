package io.amanat.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.amanat.eventlog.contract.Contract.Happened;
import io.amanat.eventlog.contract.Contract.Promise;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/**
 * What the platform asks of an event store, whoever makes it. What only some promise is asserted where the store {@link #promises} it;
 * what one is known not to do is shown in its own class.
 */
abstract class EventStorageContract {

    final String aggregate = UUID.randomUUID().toString();

    abstract EventStore store();

    abstract Set<Promise> promises();

    @Test
    void givenEvents_whenTheirAggregateIsRead_thenTheyComeBackWholeAndInOrder() {
        DomainEventMessage<?> first = Contract.event(aggregate, 0)
                .withMetaData(MetaData.with("actor", "user:7").and("correlationId", "trade"));
        store().publish(first, Contract.event(aggregate, 1));
        store().publish(Contract.event(aggregate, 2));

        List<? extends DomainEventMessage<?>> read =
                store().readEvents(aggregate).asStream().toList();
        assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L, 2L);
        DomainEventMessage<?> back = read.getFirst();
        assertThat(back.getIdentifier()).isEqualTo(first.getIdentifier());
        assertThat(back.getType()).isEqualTo("Thing");
        assertThat(back.getAggregateIdentifier()).isEqualTo(aggregate);
        assertThat(back.getPayload()).isEqualTo(first.getPayload());
        assertThat(back.getMetaData()).containsAllEntriesOf(first.getMetaData());
        assertThat(back.getTimestamp()).isEqualTo(first.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
        assertThat(store().readEvents(aggregate, 2).asStream()).hasSize(1);
        assertThat(store().lastSequenceNumberFor(aggregate)).contains(2L);
    }

    @Test
    void givenAnUnknownAggregate_whenItIsRead_thenThereIsNothing() {
        assertThat(store().readEvents(aggregate).hasNext()).isFalse();
        assertThat(store().lastSequenceNumberFor(aggregate)).isEmpty();
    }

    @Test
    void givenATakenPlaceInAnAggregate_whenAppended_thenConflictAndTheFirstStays() {
        DomainEventMessage<?> first = Contract.event(aggregate, 0);
        store().publish(first);
        store().publish(Contract.event(aggregate, 1));

        assertThatThrownBy(() -> store().publish(Contract.event(aggregate, 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store().publish(Contract.event(aggregate, 0)))
                .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);
        assertThat(store().readEvents(aggregate).asStream()).hasSize(2);
        assertThat(store().readEvents(aggregate).next().getIdentifier()).isEqualTo(first.getIdentifier());
    }

    @Test
    void givenSeveralEvents_whenOneConflicts_thenNoneIsStored() {
        store().publish(Contract.event(aggregate, 0));
        TrackingToken before = store().createHeadToken();
        String other = UUID.randomUUID().toString();

        assertThatThrownBy(() -> store().publish(Contract.event(other, 0), Contract.event(aggregate, 0)))
                .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);

        DomainEventMessage<?> next = Contract.event(UUID.randomUUID().toString(), 0);
        store().publish(next);
        assertThat(store().readEvents(other).hasNext()).isFalse();
        assertThat(Contract.take(store(), before, 1)).containsExactly(next.getIdentifier());
    }

    @Test
    void givenTokensOfTailHeadAndInstant_whenStreamsAreOpened_thenTheyStartThere() throws Exception {
        Instant then =
                Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(2); // after what other tests have written
        DomainEventMessage<?> older = at(then.minusSeconds(1));
        DomainEventMessage<?> atThatTime = at(then);
        DomainEventMessage<?> newer = at(then.plusSeconds(1));
        TrackingToken head = store().createHeadToken();
        store().publish(older, atThatTime, newer);

        assertThat(Contract.take(store(), head, 3))
                .containsExactly(older.getIdentifier(), atThatTime.getIdentifier(), newer.getIdentifier());
        assertThat(Contract.takeUntil(store(), store().createTailToken(), newer.getIdentifier()))
                .containsSubsequence(older.getIdentifier(), newer.getIdentifier());
        assertThat(Contract.takeUntil(store(), store().createTokenAt(then), newer.getIdentifier()))
                .as("from then on, nothing missed")
                .contains(atThatTime.getIdentifier(), newer.getIdentifier())
                .doesNotContain(older.getIdentifier());
        try (BlockingStream<TrackedEventMessage<?>> atTheEnd = store().openStream(store().createHeadToken())) {
            assertThat(atTheEnd.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void givenATokenOfAnEvent_whenAStreamIsOpenedAtIt_thenItGoesOnBehindIt() throws Exception {
        TrackingToken before = store().createHeadToken();
        List<DomainEventMessage<?>> events = LongStream.range(0, 25)
                .<DomainEventMessage<?>>mapToObj(number -> Contract.event(aggregate, number))
                .toList();
        store().publish(events);
        TrackingToken tenth;
        try (BlockingStream<TrackedEventMessage<?>> stream = store().openStream(before)) {
            for (int i = 1; i < 10; i++) {
                stream.nextAvailable();
            }
            TrackedEventMessage<?> message = stream.nextAvailable();
            assertThat(message.getIdentifier()).isEqualTo(events.get(9).getIdentifier());
            tenth = message.trackingToken();
        }
        assertThat(Contract.take(store(), tenth, 15))
                .containsExactlyElementsOf(events.subList(10, 25).stream()
                        .map(DomainEventMessage::getIdentifier)
                        .toList());
    }

    @Test
    void givenAWaitingReader_whenAnEventIsAppended_thenItWakesUp() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = store().openStream(store().createHeadToken())) {
            assertThat(stream.peek()).isEmpty();
            CompletableFuture<String> woken = Contract.next(stream);
            DomainEventMessage<?> event = Contract.event(aggregate, 0);
            store().publish(event);
            assertThat(woken).succeedsWithin(Contract.SOON).isEqualTo(event.getIdentifier());
        }
    }

    @Test
    void givenWritersAtTheSameTime_whenAReaderFollows_thenItSeesEachAcknowledgedEventOnceAndInOrder() throws Exception {
        TrackingToken before = store().createHeadToken();
        Contract.Writers writers = Contract.Writers.start(store(), 4, 60);
        List<TrackedEventMessage<?>> seen = Contract.messages(store(), before, 4 * 60);
        List<String> acknowledged = writers.acknowledged();

        assertThat(acknowledged).hasSize(4 * 60);
        assertThat(seen)
                .extracting(TrackedEventMessage::getIdentifier)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(acknowledged);
        for (String each : writers.aggregates()) {
            assertThat(Contract.sequencesOf(each, seen))
                    .containsExactlyElementsOf(LongStream.range(0, 60).boxed().toList());
        }
        assertThat(seen)
                .extracting(message -> message.trackingToken().position().orElseThrow())
                .isSorted();
    }

    @Test
    void givenASnapshot_whenItsAggregateIsRead_thenItComesFirstAndOnlyLaterEventsFollow() {
        store().publish(Contract.event(aggregate, 0), Contract.event(aggregate, 1), Contract.event(aggregate, 2));
        store().storeSnapshot(new GenericDomainEventMessage<>("Thing", aggregate, 1, new Happened("so far")));

        await().atMost(Contract.SOON)
                .untilAsserted(() -> assertThat(
                                store().readEvents(aggregate).asStream().map(DomainEventMessage::getSequenceNumber))
                        .containsExactly(1L, 2L));
        DomainEventStream read = store().readEvents(aggregate);
        assertThat(read.next().getPayload()).isEqualTo(new Happened("so far"));
        assertThat(store().readEvents(aggregate, 0).asStream())
                .as("the events are all there still")
                .hasSize(3);
    }

    @Test
    void givenAFailedAppend_whenTheNextOneFollows_thenPositionsHaveNoGap() throws Exception {
        assumeThat(promises()).contains(Promise.POSITIONS_WITHOUT_GAPS);
        assertThat(stepAfterAFailedAppend()).isEqualTo(1);
    }

    @Test
    void givenAnIdempotencyKey_whenItIsUsedTwiceOnAnAggregate_thenTheSecondIsRefused() {
        assumeThat(promises()).contains(Promise.IDEMPOTENCY_KEY_IS_UNIQUE);
        MetaData key = MetaData.with("actor", "user:1").and("idempotencyKey", "k");
        store().publish(Contract.event(aggregate, 0).withMetaData(key));
        assertThatThrownBy(() -> store().publish(Contract.event(aggregate, 1).withMetaData(key)))
                .hasMessageContaining("answered before");
        assertThat(store().lastSequenceNumberFor(aggregate)).isEqualTo(Optional.of(0L));
    }

    /** By how much the position moves from one event to the next when an append in between fails. */
    final long stepAfterAFailedAppend() throws Exception {
        TrackingToken before = store().createHeadToken();
        store().publish(Contract.event(aggregate, 0));
        assertThatThrownBy(() -> store().publish(Contract.event(aggregate, 0))).isInstanceOf(RuntimeException.class);
        store().publish(Contract.event(aggregate, 1));
        List<Long> positions = Contract.messages(store(), before, 2).stream()
                .map(message -> message.trackingToken().position().orElseThrow())
                .toList();
        return positions.getLast() - positions.getFirst();
    }

    private static DomainEventMessage<?> at(Instant when) {
        return new GenericDomainEventMessage<>(
                "Thing",
                UUID.randomUUID().toString(),
                0,
                new Happened("it"),
                MetaData.emptyInstance(),
                UUID.randomUUID().toString(),
                when);
    }
}
