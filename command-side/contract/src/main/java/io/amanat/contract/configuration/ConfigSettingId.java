package io.amanat.contract.configuration;

import io.amanat.contract.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One thing that can be set. */
public record ConfigSettingId(UUID value) implements Identifier {
    /** Follows from the key, so that a key has one history. A version 3 (name-based) UUID. */
    public static ConfigSettingId of(String key) {
        return new ConfigSettingId(UUID.nameUUIDFromBytes(("config setting " + key).getBytes(StandardCharsets.UTF_8)));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value.toString();
    }
}
