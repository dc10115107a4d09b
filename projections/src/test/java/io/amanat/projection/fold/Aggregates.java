package io.amanat.projection.fold;

import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.RuleViolated;
import io.amanat.domain.CommandTargets;
import io.amanat.projection.story.Log;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;

/** Real aggregates with Axon's own bus, repository and event store around them. */
final class Aggregates {
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final Map<String, Long> read = new HashMap<>();

    <T> Aggregates with(Class<T> type) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type),
                new SimpleResourceParameterResolverFactory(List.of(Clock.fixed(Log.START, ZoneOffset.UTC))));
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .parameterResolverFactory(parameters)
                .commandTargetResolver(new CommandTargets())
                .repository(EventSourcingRepository.builder(type)
                        .eventStore(store)
                        .parameterResolverFactory(parameters)
                        .build())
                .build()
                .subscribe(bus);
        return this;
    }

    /** The events that the command led to; none when a rule refused it. */
    List<Event> send(Command command) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            Throwable cause = result.exceptionResult();
            if (cause instanceof RuleViolated || cause instanceof AggregateNotFoundException) {
                return List.of();
            }
            throw new AssertionError(command.toString(), cause);
        }
        String aggregate = command.target().toString();
        List<Event> events = store.readEvents(aggregate, read.getOrDefault(aggregate, 0L))
                .asStream()
                .map(message -> (Event) message.getPayload())
                .toList();
        read.merge(aggregate, (long) events.size(), Long::sum);
        return events;
    }
}
