package io.amanat.platform.axon;

import io.amanat.contract.CommandSender;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
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

    @Bean
    CommandBus commandBus(TransactionManager transactions, org.axonframework.config.Configuration axon) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(transactions)
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
    CommandSender commandSender(CommandBus commandBus) {
        return new AxonCommandSender(commandBus);
    }
}
