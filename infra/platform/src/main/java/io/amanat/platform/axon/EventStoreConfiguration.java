package io.amanat.platform.axon;

import io.amanat.contract.audit.EventHistory;
import io.amanat.eventlog.FirstAnswers;
import io.amanat.eventlog.GroupCommit;
import io.amanat.eventlog.JoinedTransaction;
import io.amanat.eventlog.LogEventStore;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogListener;
import io.amanat.eventlog.LogReader;
import io.amanat.eventlog.PostgresEventStorageEngine;
import io.amanat.platform.serialization.EventReader;
import io.amanat.platform.serialization.Serializers;
import io.amanat.platform.settings.EventLogSettings;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The event log, and everything that reads or writes it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventLogSettings.class)
class EventStoreConfiguration {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    JoinedTransaction joinedTransaction(DataSource dataSource) {
        return new SpringJoinedTransaction(dataSource);
    }

    @Bean
    LogHead logHead() {
        return new LogHead();
    }

    @Bean
    LogReader logReader(DataSource dataSource) {
        return new LogReader(dataSource);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LogListener logListener(DataSource dataSource, LogHead head, EventLogSettings settings) {
        return new LogListener(Unpooled.of(dataSource), head, settings.safetyNetPoll());
    }

    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(DataSource dataSource, LogHead head, EventLogSettings settings) {
        return new GroupCommit(Unpooled.of(dataSource), settings.groupCommit(), head);
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            DataSource dataSource,
            GroupCommit groupCommit,
            JoinedTransaction joined,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            org.axonframework.config.Configuration axon) {
        return PostgresEventStorageEngine.builder()
                .reads(dataSource)
                .groupCommit(groupCommit)
                .joinedTransaction(joined)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(Serializers.snapshots())
                .snapshotFilter(new CurrentSnapshots())
                .upcasterChain(axon.upcasterChain())
                .build();
    }

    @Bean
    LogEventStore eventStore(
            EventStorageEngine engine,
            LogHead head,
            LogReader log,
            JoinedTransaction joined,
            EventLogSettings settings,
            org.axonframework.config.Configuration axon) {
        LogEventStore store = LogEventStore.builder()
                .storageEngine(engine)
                .head(head)
                .log(log)
                .joinedTransaction(joined)
                .shortHistoryEvents(settings.snapshotEvery())
                .messageMonitor(axon.messageMonitor(LogEventStore.class, "eventStore"))
                .build();
        store.registerDispatchInterceptor(new ActorRequired<>());
        store.registerDispatchInterceptor(Decision.witness());
        return store;
    }

    @Bean
    LogSnapshotter aggregateSnapshotter(
            EventStore store,
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters) {
        return LogSnapshotter.of(store, axon, handlers, parameters);
    }

    @Bean
    AggregateCache aggregateCache(JoinedTransaction joined, EventLogSettings settings) {
        return new AggregateCache(settings.cachedAggregatesMax(), () -> joined.current() != null);
    }

    @Bean
    FirstAnswers firstAnswers(DataSource dataSource) {
        return new FirstAnswers(dataSource);
    }

    @Bean
    EventHistory eventHistory(JdbcClient jdbc, EventReader reader) {
        return new JdbcEventHistory(jdbc, reader);
    }
}
