package io.amanat.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose truth is elsewhere: events are appended there and aggregates are read from there, while streams, and everybody who
 * reads the log's table, get the copies of a {@link LogMirror}. Tokens are positions of the log.
 *
 * <p>Who publishes outside of a transaction of his own waits until the copy is there, so that what he reads next shows it; if that takes
 * too long, {@link MirrorBehind} is thrown, and the events are stored all the same.
 */
public final class MirroredEventStore implements EventStore {

    private final EventStore truth;
    private final EventStore copies;
    private final CopiedEvents copied;
    private final JoinedTransaction joined;
    private final Duration copyTimeout;

    /**
     * @param truth where events are appended
     * @param copies the store on the log
     * @param joined who has a transaction does not wait
     * @param copyTimeout how long a publisher waits for the copy
     */
    public MirroredEventStore(
            EventStore truth, EventStore copies, CopiedEvents copied, JoinedTransaction joined, Duration copyTimeout) {
        this.truth = truth;
        this.copies = copies;
        this.copied = copied;
        this.joined = joined;
        this.copyTimeout = copyTimeout;
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        truth.publish(events);
        if (events.isEmpty() || joined.current() != null) {
            return;
        }
        String last = events.getLast().getIdentifier();
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(_ -> awaitCopy(last));
        } else {
            awaitCopy(last);
        }
    }

    private void awaitCopy(String eventId) {
        try {
            if (!copied.await(eventId, copyTimeout)) {
                throw new MirrorBehind(eventId, copyTimeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MirrorBehind(eventId, copyTimeout);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return truth.readEvents(aggregateIdentifier);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return truth.readEvents(aggregateIdentifier, firstSequenceNumber);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return truth.lastSequenceNumberFor(aggregateIdentifier);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        truth.storeSnapshot(snapshot);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return copies.openStream(trackingToken);
    }

    @Override
    public TrackingToken createTailToken() {
        return copies.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return copies.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return copies.createTokenAt(dateTime);
    }

    @Override
    public Registration subscribe(Consumer<List<? extends EventMessage<?>>> messageProcessor) {
        return truth.subscribe(messageProcessor);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super EventMessage<?>> dispatchInterceptor) {
        return truth.registerDispatchInterceptor(dispatchInterceptor);
    }
}
