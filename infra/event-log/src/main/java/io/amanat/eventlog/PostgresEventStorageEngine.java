package io.amanat.eventlog;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage in a PostgreSQL table, in one total order without gaps.
 *
 * <p>{@code appendEvents} returns when the events are stored: by {@link GroupCommit} in a commit of their own, or, when the caller has a
 * {@link JoinedTransaction}, as part of that. The events of one call are stored together or not at all, at successive positions. It
 * throws
 *
 * <ul>
 *   <li>Axon's {@code ConcurrencyException}, or {@code AggregateStreamCreationException} for an aggregate's first event, when the place
 *       in the aggregate or the event id is taken;
 *   <li>{@link DuplicateCommand} when the metadata's {@code idempotencyKey} was used before by the same actor on the same aggregate;
 *   <li>{@link EventTooLarge}, {@link LogOverloaded}, {@link AppendFailed}: nothing is stored;
 *   <li>{@link AppendOutcomeUnknown}: the only one after which events may be stored.
 * </ul>
 *
 * <p>Tokens are positions ({@code GlobalSequenceTrackingToken}); those of Axon's JDBC and JPA engines are understood, see
 * {@link LogTokens}. Reading by token sees what is committed, reading an aggregate also what the caller's own transaction has appended.
 * The streams fetch in bounded batches and hold no connection in between: they need not be closed.
 */
public final class PostgresEventStorageEngine extends AbstractEventStorageEngine {

    /** Of one aggregate: more than nearly every aggregate ever has. */
    static final int AGGREGATE_BATCH_ENTRIES = 100;

    private static final int BATCH_ENTRIES = 500;

    private final LogReader log;
    private final GroupCommit groupCommit;
    private final JoinedTransaction joined;
    private final JoinedAppend joinedAppend;
    private final AggregateRows aggregates;
    private final Snapshots snapshots;

    private PostgresEventStorageEngine(Builder builder) {
        super(builder);
        DataSource reads = Objects.requireNonNull(builder.reads, "reads");
        this.log = new LogReader(reads);
        this.groupCommit = Objects.requireNonNull(builder.groupCommit, "groupCommit");
        this.joined = builder.joined;
        this.joinedAppend = new JoinedAppend(new FirstAnswers(reads));
        this.aggregates = new AggregateRows(reads, joined);
        this.snapshots = new Snapshots(reads);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        List<PreparedEvent> events = PreparedEvent.of(messages, serializer);
        Connection callers = joined.current();
        long first;
        if (callers == null) {
            first = groupCommit.append(events);
        } else {
            events.forEach(groupCommit::refuseTooLarge);
            first = joinedAppend.append(callers, events);
        }
        AppendedPositions.remember(first + events.size() - 1);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        long start = LogTokens.positionOf(token);
        return Batches.stream(
                        last -> log.read(last == null ? start : last.position(), Long.MAX_VALUE, BATCH_ENTRIES),
                        BATCH_ENTRIES)
                .map(entry -> new TrackedDomainEventData<>(LogTokens.at(entry.position()), data(entry)));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequence) {
        return Batches.stream(
                        last -> aggregates.events(
                                aggregateId,
                                last == null ? firstSequence : last.sequence() + 1,
                                AGGREGATE_BATCH_ENTRIES),
                        AGGREGATE_BATCH_ENTRIES)
                .map(PostgresEventStorageEngine::data);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return aggregates.lastSequence(aggregateIdentifier);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.newest(aggregateIdentifier).stream();
    }

    /** Before the first event. */
    @Override
    public TrackingToken createTailToken() {
        return LogTokens.at(0);
    }

    /** At the last committed event. */
    @Override
    public TrackingToken createHeadToken() {
        return LogTokens.at(log.head());
    }

    /** Before the first event that happened then or later; see {@link LogReader#positionBefore} for what clocks do to it. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return LogTokens.at(log.positionBefore(dateTime));
    }

    /** Needs {@link #reads}, {@link #groupCommit} and both serializers. */
    public static final class Builder extends AbstractEventStorageEngine.Builder {

        private @Nullable DataSource reads;
        private @Nullable GroupCommit groupCommit;
        private JoinedTransaction joined = JoinedTransaction.NEVER;

        private Builder() {}

        /** A pool, for everything but appends; snapshots are written through it too. */
        public Builder reads(DataSource source) {
            this.reads = source;
            return this;
        }

        public Builder groupCommit(GroupCommit commit) {
            this.groupCommit = commit;
            return this;
        }

        /** Default: nobody ever has a transaction. */
        public Builder joinedTransaction(JoinedTransaction transaction) {
            this.joined = transaction;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            return this;
        }

        public PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }
    }

    private static DomainEventData<byte[]> data(LogEntry entry) {
        return new GenericDomainEventEntry<>(
                entry.aggregateType(),
                entry.aggregateId(),
                entry.sequence(),
                entry.eventId(),
                entry.at(),
                entry.payloadType(),
                entry.payloadRevision(),
                entry.payload(),
                entry.metadata());
    }
}
