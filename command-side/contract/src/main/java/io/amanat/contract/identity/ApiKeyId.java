package io.amanat.contract.identity;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** A key with which a machine acts. */
public record ApiKeyId(UUID value) implements Identifier {
    public static ApiKeyId of(String text) {
        return new ApiKeyId(UUID.fromString(text));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier and as a saga's association value. */
    @Override
    public String toString() {
        return value.toString();
    }
}
