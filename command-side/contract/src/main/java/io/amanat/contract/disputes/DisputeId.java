package io.amanat.contract.disputes;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** A dispute about one escrow. */
public record DisputeId(UUID value) implements Identifier {
    public static DisputeId of(String text) {
        return new DisputeId(UUID.fromString(text));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier and as a saga's association value. */
    @Override
    public String toString() {
        return value.toString();
    }
}
