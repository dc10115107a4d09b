package io.amanat.eventlog.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Readers and writers of the contract's tests. All waiting is bounded. */
final class Contract {

    static final Serializer JSON = Jackson3Serializer.builder().build();
    static final Duration SOON = Duration.ofSeconds(10);

    record Happened(String what) {}

    /** What not every event store does. */
    enum Promise {
        /** A failed append leaves no hole in the positions. */
        POSITIONS_WITHOUT_GAPS,
        /** The metadata's {@code idempotencyKey} is stored once for an aggregate and an actor. */
        IDEMPOTENCY_KEY_IS_UNIQUE
    }

    private Contract() {}

    static DomainEventMessage<Happened> event(String aggregate, long sequence) {
        return new GenericDomainEventMessage<>("Thing", aggregate, sequence, new Happened("it"));
    }

    static List<String> take(EventStore store, TrackingToken after, int count) {
        return messages(store, after, count).stream()
                .<String>map(TrackedEventMessage::getIdentifier)
                .toList();
    }

    static List<TrackedEventMessage<?>> messages(EventStore store, TrackingToken after, int count) {
        List<TrackedEventMessage<?>> seen = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(after)) {
            while (seen.size() < count && stream.hasNextAvailable((int) SOON.toSeconds(), TimeUnit.SECONDS)) {
                seen.add(stream.nextAvailable());
            }
            return seen;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> takeUntil(EventStore store, TrackingToken after, String last) {
        List<String> seen = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(after)) {
            while (!seen.contains(last) && stream.hasNextAvailable((int) SOON.toSeconds(), TimeUnit.SECONDS)) {
                seen.add(stream.nextAvailable().getIdentifier());
            }
            return seen;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static CompletableFuture<String> next(BlockingStream<TrackedEventMessage<?>> stream) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return stream.nextAvailable().getIdentifier();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static List<Long> sequencesOf(String aggregate, List<? extends TrackedEventMessage<?>> messages) {
        return messages.stream()
                .map(message -> (DomainEventMessage<?>) message)
                .filter(message -> message.getAggregateIdentifier().equals(aggregate))
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }

    /** Each writes to an aggregate of its own, as fast as it can. */
    record Writers(List<String> aggregates, List<CompletableFuture<List<String>>> running) {

        static Writers start(EventStore store, int count, int eventsEach) {
            List<String> aggregates = IntStream.range(0, count)
                    .mapToObj(number -> UUID.randomUUID().toString())
                    .toList();
            List<CompletableFuture<List<String>>> running = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(count);
            for (String aggregate : aggregates) {
                running.add(CompletableFuture.supplyAsync(() -> publish(store, aggregate, eventsEach), threads));
            }
            threads.shutdown();
            return new Writers(aggregates, running);
        }

        private static List<String> publish(EventStore store, String aggregate, int count) {
            List<String> acknowledged = new ArrayList<>();
            for (int sequence = 0; sequence < count; sequence++) {
                DomainEventMessage<?> event = event(aggregate, sequence);
                store.publish(event);
                acknowledged.add(event.getIdentifier());
            }
            return acknowledged;
        }

        List<String> acknowledged() throws Exception {
            List<String> all = new ArrayList<>();
            for (CompletableFuture<List<String>> each : running) {
                all.addAll(each.get(SOON.toSeconds(), TimeUnit.SECONDS));
            }
            return all;
        }
    }
}
