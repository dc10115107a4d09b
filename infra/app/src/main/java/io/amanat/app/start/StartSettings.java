package io.amanat.app.start;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the platform keeps its things and what it runs on; prefix {@code amanat}. */
record StartSettings(
        @DefaultValue(".amanat") Path dataFolder,
        @DefaultValue Postgres postgres,
        @DefaultValue Chain chain) {
    /** An existing server when {@code url} is set. */
    record Postgres(
            @Nullable String url,
            @Nullable String ownerPassword,
            @Nullable String appPassword,
            @DefaultValue("5433") int port) {
        boolean existing() {
            return url != null && !url.isBlank();
        }
    }

    /** An existing node when {@code rpcUrl} is set. */
    record Chain(@Nullable String rpcUrl, @DefaultValue Local local) {
        boolean existing() {
            return rpcUrl != null && !rpcUrl.isBlank();
        }
    }

    /** The node that the platform starts itself. */
    record Local(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("8545") int port,
            @DefaultValue("1s") Duration blockTime,
            @Nullable Path toolsFolder) {}
}
