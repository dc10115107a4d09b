package io.amanat.platform.axon;

import java.time.Duration;
import java.util.function.Predicate;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    /** How long a processor waits for the claim of an application that was killed. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    /** The sagas' transactions hold one event and its commands. */
    private static final int BATCH_MAX = 1;

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(Tables.tokens())
                .serializer(serializer)
                .claimTimeout(CLAIM_TIMEOUT)
                .build();
    }

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .sqlSchema(new GenericSagaSqlSchema(Tables.sagas()))
                .serializer(serializer)
                .build();
    }

    @Bean
    ConfigurerModule processors(TransactionManager transactions) {
        return configurer -> configure(configurer.eventProcessing(), transactions);
    }

    private static void configure(EventProcessingConfigurer processing, TransactionManager transactions) {
        processing
                .usingTrackingEventProcessors()
                .registerDefaultTransactionManager(axon -> transactions)
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(axon -> PropagatingErrorHandler.instance())
                .registerDefaultHandlerInterceptor((axon, processor) -> new LogContext<>());
        processor(processing, Processors.SAGAS, "io.amanat.saga");
        processor(processing, Processors.CUSTODY, "io.amanat.chain");
    }

    private static void processor(EventProcessingConfigurer processing, String name, String handlersPackage) {
        TrackingEventProcessorConfiguration settings = TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andInitialSegmentsCount(1)
                .andBatchSize(BATCH_MAX)
                .andInitialTrackingToken(StreamableMessageSource::createTailToken);
        processing
                .assignHandlerTypesMatching(name, in(handlersPackage))
                .registerTrackingEventProcessorConfiguration(name, axon -> settings)
                .registerRollbackConfiguration(name, axon -> RollbackConfigurationType.ANY_THROWABLE);
    }

    private static Predicate<Class<?>> in(String handlersPackage) {
        return type -> !type.isAnnotationPresent(ProcessingGroup.class)
                && (type.getPackageName() + ".").startsWith(handlersPackage + ".");
    }
}
