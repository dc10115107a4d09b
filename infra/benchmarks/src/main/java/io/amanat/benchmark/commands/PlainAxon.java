package io.amanat.benchmark.commands;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.MetadataKeys;
import io.amanat.contract.Origin;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.domain.custody.ApprovalPolicy;
import io.amanat.platform.serialization.Serializers;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Axon as its documentation wires it, on an engine of its own, with the platform's aggregates and serializers: what is compared is the
 * engine and the bus, not the JSON.
 */
public final class PlainAxon implements CommandSender, AutoCloseable {

    private final Configuration axon;
    private final CommandBus bus;

    public PlainAxon(EventStorageEngine engine, TransactionManager transactions) {
        // no modules from the class path: Axon Server's would look for a server
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Serializers.general())
                .configureMessageSerializer(_ -> Serializers.general())
                .configureEventSerializer(_ -> Serializers.events())
                .configureTransactionManager(_ -> transactions)
                .configureEmbeddedEventStore(_ -> engine)
                .configureCorrelationDataProviders(_ -> List.of(PlainAxon::inherited))
                .registerComponent(Clock.class, _ -> Clock.systemUTC())
                .registerComponent(ApprovalPolicy.class, _ -> Aggregates.approvals())
                .registerComponent(OwnAddresses.class, _ -> Aggregates.noneOfOurs());
        Aggregates.asAxonDoes(configurer);
        axon = configurer.start();
        bus = axon.commandBus();
    }

    @Override
    public @Nullable Object send(Command command, Origin origin) {
        Map<String, Object> metadata = new HashMap<>(origin.more());
        metadata.put(MetadataKeys.ACTOR, origin.actor());
        metadata.put(MetadataKeys.ACTOR_ROLE, origin.actorRole());
        metadata.put(MetadataKeys.CORRELATION_ID, origin.correlationId());
        FutureCallback<Command, Object> outcome = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command, metadata), outcome);
        return outcome.getResult().getPayload();
    }

    EventStore store() {
        return axon.eventStore();
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    /** As the platform does it: an event carries the metadata of its command, and the command's id as its cause. */
    private static Map<String, ?> inherited(Message<?> message) {
        Map<String, Object> data = new HashMap<>(message.getMetaData());
        data.putIfAbsent(MetadataKeys.CAUSATION_ID, message.getIdentifier());
        return data;
    }
}
