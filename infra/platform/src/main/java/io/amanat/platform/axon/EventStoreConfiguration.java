package io.amanat.platform.axon;

import io.amanat.contract.audit.EventHistory;
import io.amanat.platform.serialization.EventReader;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    /**
     * After this, a hole in the order of positions counts as a refused append. Far above the server's transaction_timeout of 60 s: a
     * transaction that commits later than this would be lost to the processors.
     */
    private static final Duration GAP_TIMEOUT = Duration.ofMinutes(10);

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            org.axonframework.config.Configuration axon) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(Tables.events())
                .eventSerializer(eventSerializer)
                .snapshotSerializer(serializer)
                .upcasterChain(axon.upcasterChain())
                .persistenceExceptionResolver(new UniqueViolation())
                .gapTimeout(Math.toIntExact(GAP_TIMEOUT.toMillis()))
                .build();
    }

    @Bean
    EmbeddedEventStore eventStore(EventStorageEngine engine, org.axonframework.config.Configuration axon) {
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EmbeddedEventStore.class, "eventStore"))
                .build();
        store.registerDispatchInterceptor(new ActorRequired<>());
        return store;
    }

    @Bean
    StoredEvents storedEvents(JdbcClient jdbc) {
        return new StoredEvents(jdbc);
    }

    @Bean
    EventHistory eventHistory(JdbcClient jdbc, EventReader reader) {
        return new JdbcEventHistory(jdbc, reader);
    }
}
