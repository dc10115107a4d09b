package io.amanat.platform.axon;

import io.amanat.platform.settings.EventLogSettings;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.RepositorySpanFactory;

/** How the application tells Axon about aggregates and sagas; each answer is to be a bean of the application. */
public final class Registrations {

    private Registrations() {}

    /**
     * An event-sourced aggregate whose commands find their target through {@code targets}. It is cached, and its state is stored now and
     * then, so that a long history costs no more to load than a short one.
     */
    public static <T> ConfigurerModule aggregate(Class<T> type, CommandTargetResolver targets) {
        return configurer -> {
            AggregateConfigurer<T> aggregate = AggregateConfigurer.defaultConfiguration(type);
            configurer.configureAggregate(aggregate
                    .configureCommandTargetResolver(axon -> targets)
                    .configureRepository(axon -> repository(type, axon)));
        };
    }

    private static <T> AggregateRepository<T> repository(Class<T> type, Configuration axon) {
        return new AggregateRepository<>(
                EventSourcingRepository.builder(type)
                        .parameterResolverFactory(axon.parameterResolverFactory())
                        .handlerDefinition(axon.handlerDefinition(type))
                        .eventStore(axon.eventStore())
                        .snapshotTriggerDefinition(new EventCountSnapshotTriggerDefinition(
                                axon.snapshotter(),
                                axon.getComponent(EventLogSettings.class).snapshotEvery()))
                        .repositoryProvider(axon::repository)
                        .spanFactory(axon.getComponent(RepositorySpanFactory.class)),
                axon.getComponent(AggregateCache.class),
                PessimisticLockFactory.usingDefaults());
    }

    /** A process manager; the class and its constructor without arguments may be package-private. */
    public static <T> ConfigurerModule saga(Class<T> type) {
        return configurer -> configurer
                .eventProcessing()
                .registerSaga(type, saga -> saga.configureSagaManager(axon -> SagaManagers.of(type, axon)));
    }

    /** An event handler; its package decides on its processor: see {@link Processors}. */
    public static ConfigurerModule eventHandler(Object handler) {
        return configurer -> configurer.eventProcessing().registerEventHandler(axon -> handler);
    }
}
