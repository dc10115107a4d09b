package io.amanat.domain.marketplace;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.marketplace.PurchaseRequestCommand;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.domain.AggregateScenario;
import io.amanat.domain.CommandTargets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
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

/** The aggregate with Axon's own bus, repository and event store around it. */
final class InMemoryRequest {
    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();

    InMemoryRequest() {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(PurchaseRequest.class),
                new SimpleResourceParameterResolverFactory(
                        List.of(Clock.fixed(AggregateScenario.NOW, ZoneOffset.UTC))));
        AggregateAnnotationCommandHandler.<PurchaseRequest>builder()
                .aggregateType(PurchaseRequest.class)
                .parameterResolverFactory(parameters)
                .commandTargetResolver(new CommandTargets())
                .repository(EventSourcingRepository.builder(PurchaseRequest.class)
                        .eventStore(events)
                        .parameterResolverFactory(parameters)
                        .build())
                .build()
                .subscribe(bus);
    }

    /** False when it was refused by a rule, or because there is no request yet. Anything else is a mistake and thrown. */
    boolean send(PurchaseRequestCommand command) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command), callback);
        var result = callback.getResult();
        if (!result.isExceptional()) {
            return true;
        }
        Throwable cause = result.exceptionResult();
        if (cause instanceof RuleViolated || cause instanceof AggregateNotFoundException) {
            return false;
        }
        throw new AssertionError(command.toString(), cause);
    }

    List<PurchaseRequestEvent> history() {
        return events.readEvents(Trade.REQUEST.toString())
                .asStream()
                .map(message -> (PurchaseRequestEvent) message.getPayload())
                .toList();
    }
}
