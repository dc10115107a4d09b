package io.amanat.platform.axon;

import io.amanat.contract.CommandSender;
import io.amanat.eventlog.FirstAnswers;
import io.amanat.platform.serialization.EventReader;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    CorrelationDataProvider originCorrelation() {
        return new OriginCorrelation();
    }

    /** Begins no transaction: a command writes nothing but its events, and those are stored many commands at a time. */
    @Bean
    CommandBus commandBus(org.axonframework.config.Configuration axon) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageMonitor(axon.messageMonitor(SimpleCommandBus.class, "commandBus"))
                .build();
        bus.registerDispatchInterceptor(new ActorRequired<>());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        bus.registerHandlerInterceptor(new LogContext<>());
        bus.registerHandlerInterceptor(new CommandLog<>());
        return bus;
    }

    @Bean
    CommandSender commandSender(CommandBus commandBus, AggregateCache cache, FirstAnswers answers, EventReader events) {
        return new AxonCommandSender(commandBus, cache, new RepeatedCommands(answers, events));
    }
}
