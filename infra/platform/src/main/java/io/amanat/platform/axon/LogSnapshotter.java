package io.amanat.platform.axon;

import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes snapshots of the aggregates that {@link Registrations} has told Axon about; Axon's own one for Spring knows only aggregates that
 * are beans. No transaction is opened for it, because the log could not tell it from a caller's, whose events may still be rolled back.
 */
final class LogSnapshotter extends AggregateSnapshotter {

    private final Configuration axon;

    private LogSnapshotter(Builder builder, Configuration axon) {
        super(builder);
        this.axon = axon;
    }

    static LogSnapshotter of(
            EventStore store, Configuration axon, HandlerDefinition handlers, ParameterResolverFactory parameters) {
        Builder builder = AggregateSnapshotter.builder();
        builder.eventStore(store)
                .repositoryProvider(axon::repository)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters);
        return new LogSnapshotter(builder, axon);
    }

    @Override
    protected @Nullable AggregateFactory<?> getAggregateFactory(Class<?> aggregateType) {
        return axon.repository(aggregateType) instanceof EventSourcingRepository<?> repository
                ? repository.getAggregateFactory()
                : null;
    }
}
