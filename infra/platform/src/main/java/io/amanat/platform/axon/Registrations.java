package io.amanat.platform.axon;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.CommandTargetResolver;

/** How the application tells Axon about aggregates and sagas; each answer is to be a bean of the application. */
public final class Registrations {

    private Registrations() {}

    /** An event-sourced aggregate whose commands find their target through {@code targets}. */
    public static ConfigurerModule aggregate(Class<?> type, CommandTargetResolver targets) {
        return configurer -> configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(type).configureCommandTargetResolver(axon -> targets));
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
