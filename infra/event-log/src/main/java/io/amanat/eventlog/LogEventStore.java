package io.amanat.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on this log: its streams are woken by the commit, in this process at once, and by {@link LogListener} when another
 * process has appended. Without a started listener they only hear of this process.
 *
 * <p>Unlike Axon's embedded store it shares no cache between streams: each reads for itself, in batches.
 */
public final class LogEventStore extends AbstractEventStore {

    private final LogHead head;
    private final JoinedTransaction joined;
    private final LogReader log;
    private final int shortHistoryEvents;

    private LogEventStore(Builder builder) {
        super(builder);
        this.head = Objects.requireNonNull(builder.head, "head");
        this.log = Objects.requireNonNull(builder.log, "log");
        this.joined = builder.joined;
        this.shortHistoryEvents = builder.shortHistoryEvents;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Opens after the token, or before the first event for null. Holds no connection while it waits. */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        head.advance(log.head());
        TrackingToken start = LogTokens.at(LogTokens.positionOf(trackingToken));
        return new LogStream(token -> storageEngine().readEvents(token, false), head, start);
    }

    /**
     * A short history is read as it is, in one question: looking for a snapshot first would be a second one, mostly for nothing. Only an
     * aggregate with more events than that is loaded from its snapshot.
     */
    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        DomainEventStream stored = storageEngine().readEvents(aggregateIdentifier, 0);
        List<DomainEventMessage<?>> beginning = new ArrayList<>();
        while (beginning.size() < shortHistoryEvents && stored.hasNext()) {
            beginning.add(stored.next());
        }
        if (beginning.size() == shortHistoryEvents) {
            return super.readEvents(aggregateIdentifier);
        }
        return DomainEventStream.concat(
                DomainEventStream.of(beginning), DomainEventStream.of(stagedDomainEventMessages(aggregateIdentifier)));
    }

    /**
     * Wakes the streams after a joined transaction; a group commit has done so itself. A transaction that is still open now will tell by
     * NOTIFY when it commits: nothing may be announced that could still be rolled back.
     */
    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted() && joined.current() == null) {
            OptionalLong last = AppendedPositions.lastOf(CurrentUnitOfWork.get());
            last.ifPresent(head::advance);
        }
    }

    /** Needs {@link #storageEngine}, {@link #head} and {@link #log}. */
    public static final class Builder extends AbstractEventStore.Builder {

        private @Nullable LogHead head;
        private @Nullable LogReader log;
        private JoinedTransaction joined = JoinedTransaction.NEVER;
        private int shortHistoryEvents = PostgresEventStorageEngine.AGGREGATE_BATCH_ENTRIES;

        private Builder() {}

        /** An aggregate with as many events or more is loaded from its snapshot, if it has one; the number after which one is made. */
        public Builder shortHistoryEvents(int events) {
            this.shortHistoryEvents = events;
            return this;
        }

        /** The one that {@link GroupCommit} and {@link LogListener} move. */
        public Builder head(LogHead shared) {
            this.head = shared;
            return this;
        }

        public Builder log(LogReader reader) {
            this.log = reader;
            return this;
        }

        /** The same as the engine's. */
        public Builder joinedTransaction(JoinedTransaction transaction) {
            this.joined = transaction;
            return this;
        }

        @Override
        public Builder storageEngine(EventStorageEngine engine) {
            super.storageEngine(engine);
            return this;
        }

        @Override
        public Builder messageMonitor(MessageMonitor<? super EventMessage<?>> monitor) {
            super.messageMonitor(monitor);
            return this;
        }

        @Override
        public Builder spanFactory(EventBusSpanFactory factory) {
            super.spanFactory(factory);
            return this;
        }

        public LogEventStore build() {
            return new LogEventStore(this);
        }
    }
}
