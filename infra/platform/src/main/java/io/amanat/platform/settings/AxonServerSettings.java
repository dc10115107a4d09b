package io.amanat.platform.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Axon Server as the event store, prefix {@code amanat.axon-server}; read in the profile {@code axonserver} only.
 *
 * @param address {@code host:port} of its gRPC interface, several separated by commas
 * @param context its context
 * @param token for its access control; none when not set
 * @param connectTimeout how long the start waits for it
 * @param copyTimeout how long a command waits until its events are copied into PostgreSQL
 */
@ConfigurationProperties("amanat.axon-server")
public record AxonServerSettings(
        @Nullable String address,
        @DefaultValue("default") String context,
        @Nullable String token,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("5s") Duration copyTimeout) {

    /** Without the token. */
    @Override
    public String toString() {
        return "Axon Server at " + address + ", context " + context;
    }
}
