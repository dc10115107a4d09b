package io.amanat.platform.axon;

import io.amanat.eventlog.CopiedEvents;
import io.amanat.eventlog.JoinedTransaction;
import io.amanat.eventlog.LogEventStore;
import io.amanat.eventlog.LogHead;
import io.amanat.eventlog.LogMirror;
import io.amanat.eventlog.MirroredEventStore;
import io.amanat.eventlog.NotAMirror;
import io.amanat.platform.serialization.Serializers;
import io.amanat.platform.settings.AxonServerSettings;
import io.amanat.platform.startup.StartupProblem;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/**
 * Axon Server as the event store. Commands append there and aggregates are read from there; a mirror copies every event into the log's
 * table, where sagas, projections, audit and look-ups read as ever. Commands stay on the local bus.
 */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
@EnableConfigurationProperties(AxonServerSettings.class)
class AxonServerProfile {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerProfile.class);

    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnections(AxonServerSettings settings) {
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(connector(settings))
                .build();
        connections.start();
        return connections;
    }

    /** Not a bean for Axon to find: it is only half of the event store. */
    @Bean
    AxonServerTruth axonServerTruth(
            AxonServerConnectionManager connections,
            AxonServerSettings settings,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            org.axonframework.config.Configuration axon) {
        AxonServerEventStore store = AxonServerEventStore.builder()
                .configuration(connector(settings))
                .platformConnectionManager(connections)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(Serializers.snapshots())
                .snapshotFilter(new CurrentSnapshots())
                .upcasterChain(axon.upcasterChain())
                .messageMonitor(axon.messageMonitor(AxonServerEventStore.class, "eventStore"))
                .build();
        store.registerDispatchInterceptor(new ActorRequired<>());
        store.registerDispatchInterceptor(Decision.witness());
        try {
            store.createHeadToken();
        } catch (RuntimeException e) {
            throw new StartupProblem(
                    settings + " does not answer.",
                    "Start it (infra/deploy/compose.axonserver.yml), or start without the profile axonserver.",
                    e);
        }
        LOG.warn(
                "{} is the event store. The log in PostgreSQL is a copy of it; idempotency keys are kept by the HTTP"
                        + " layer only, and a saga's commands are not stored in the transaction of its progress",
                settings);
        return new AxonServerTruth(store);
    }

    @Bean(destroyMethod = "close")
    LogMirror logMirror(
            AxonServerTruth truth,
            DataSource dataSource,
            LogHead head,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        LogMirror mirror = new LogMirror(truth.store(), Unpooled.of(dataSource), eventSerializer, serializer, head);
        try {
            mirror.start();
        } catch (NotAMirror written) {
            throw new StartupProblem(
                    written.getMessage() + ".",
                    "Use an empty database for this profile, or start without it.",
                    written);
        }
        return mirror;
    }

    @Bean
    @Primary
    EventStore mirroredEventStore(
            AxonServerTruth truth,
            LogEventStore copies,
            LogMirror mirror,
            DataSource dataSource,
            LogHead head,
            JoinedTransaction joined,
            AxonServerSettings settings) {
        return new MirroredEventStore(
                truth.store(), copies, new CopiedEvents(dataSource, head), joined, settings.copyTimeout());
    }

    record AxonServerTruth(EventStore store) {}

    private static org.axonframework.axonserver.connector.AxonServerConfiguration connector(
            AxonServerSettings settings) {
        String address = settings.address();
        if (address == null || address.isBlank()) {
            throw new StartupProblem(
                    "The profile axonserver is on, and amanat.axon-server.address is not set.",
                    "Set it to host:8124, or start without the profile axonserver.");
        }
        var connector = org.axonframework.axonserver.connector.AxonServerConfiguration.builder()
                .servers(address)
                .context(settings.context())
                .componentName("amanat")
                .connectTimeout(settings.connectTimeout().toMillis());
        String token = settings.token();
        return token == null ? connector.build() : connector.token(token).build();
    }
}
