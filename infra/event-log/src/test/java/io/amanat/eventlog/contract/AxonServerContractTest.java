package io.amanat.eventlog.contract;

import io.amanat.eventlog.contract.Contract.Promise;
import java.util.Optional;
import java.util.Set;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;

/** Against a running Axon Server, in its context {@code default}: its events stay there. */
@EnabledIf(
        value = "isConfigured",
        disabledReason = "No Axon Server: give -Daxonserver.address=host:8124 or AXON_SERVER_ADDRESS to run these")
class AxonServerContractTest extends EventStorageContract {

    private AxonServerConnectionManager connections;
    private AxonServerEventStore store;

    @BeforeEach
    void connect() {
        AxonServerConfiguration.Builder settings = AxonServerConfiguration.builder()
                .servers(address().orElseThrow())
                .componentName("amanat-contract-test");
        token().ifPresent(settings::token);
        AxonServerConfiguration configuration = settings.build();
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        connections.start();
        store = AxonServerEventStore.builder()
                .configuration(configuration)
                .platformConnectionManager(connections)
                .eventSerializer(Contract.JSON)
                .snapshotSerializer(Contract.JSON)
                .build();
    }

    @AfterEach
    void disconnect() {
        connections.shutdown();
    }

    static boolean isConfigured() {
        return address().isPresent();
    }

    private static Optional<String> address() {
        return Optional.ofNullable(System.getProperty("axonserver.address", System.getenv("AXON_SERVER_ADDRESS")))
                .filter(address -> !address.isBlank());
    }

    private static Optional<String> token() {
        return Optional.ofNullable(System.getenv("AXON_SERVER_TOKEN")).filter(token -> !token.isBlank());
    }

    @Override
    EventStore store() {
        return store;
    }

    @Override
    Set<Promise> promises() {
        return Set.of();
    }
}
