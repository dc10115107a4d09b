package io.amanat.platform.axon;

import io.amanat.contract.CommandSender;
import io.amanat.domain.CommandTargets;
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
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The platform's command side put together by hand, part for part as {@link EventStoreConfiguration} and {@link CommandConfiguration} do
 * it: a process that is killed all the time has no second for Spring.
 */
public final class CommandParts implements AutoCloseable {
    private final LogListener listener;
    private final GroupCommit groupCommit;
    private final Configuration axon;
    private final CommandSender sender;

    public CommandParts(
            DataSource source, LogHead head, EventLogSettings settings, Clock clock, List<Class<?>> aggregates) {
        JoinedTransaction joined = new SpringJoinedTransaction(source);
        EventReader events = EventReader.all();
        listener = new LogListener(Unpooled.of(source), head, settings.safetyNetPoll());
        groupCommit = new GroupCommit(Unpooled.of(source), settings.groupCommit(), head);
        PostgresEventStorageEngine engine = PostgresEventStorageEngine.builder()
                .reads(source)
                .groupCommit(groupCommit)
                .joinedTransaction(joined)
                .eventSerializer(Serializers.events())
                .snapshotSerializer(Serializers.snapshots())
                .snapshotFilter(new CurrentSnapshots())
                .build();
        LogEventStore store = LogEventStore.builder()
                .storageEngine(engine)
                .head(head)
                .log(new LogReader(source))
                .joinedTransaction(joined)
                .shortHistoryEvents(settings.snapshotEvery())
                .build();
        store.registerDispatchInterceptor(new ActorRequired<>());
        store.registerDispatchInterceptor(Decision.witness());
        AggregateCache cache = new AggregateCache(settings.cachedAggregatesMax(), () -> joined.current() != null);
        // no modules from the class path: Axon Server's would look for a server
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Serializers.general())
                .configureMessageSerializer(_ -> Serializers.general())
                .configureEventSerializer(_ -> Serializers.events())
                .configureTransactionManager(_ -> new SpringTransactionManager(new JdbcTransactionManager(source)))
                .configureEventStore(_ -> store)
                .configureSnapshotter(parts -> LogSnapshotter.of(
                        store, parts, parts.handlerDefinition(Object.class), parts.parameterResolverFactory()))
                .configureCommandBus(_ -> bus())
                .registerComponent(Clock.class, _ -> clock)
                .registerComponent(EventLogSettings.class, _ -> settings)
                .registerComponent(AggregateCache.class, _ -> cache);
        aggregates.forEach(
                type -> Registrations.aggregate(type, new CommandTargets()).configureModule(configurer));
        axon = configurer.start();
        sender =
                new AxonCommandSender(axon.commandBus(), cache, new RepeatedCommands(new FirstAnswers(source), events));
        listener.start();
    }

    private static CommandBus bus() {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
        bus.registerDispatchInterceptor(new ActorRequired<>());
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(new OriginCorrelation())));
        return bus;
    }

    public CommandSender sender() {
        return sender;
    }

    @Override
    public void close() {
        axon.shutdown();
        listener.close();
        groupCommit.close();
    }
}
