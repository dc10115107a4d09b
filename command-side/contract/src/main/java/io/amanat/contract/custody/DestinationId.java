package io.amanat.contract.custody;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** A deposit address made for one payment. */
public record DestinationId(UUID value) implements Identifier {
    public static DestinationId of(String text) {
        return new DestinationId(UUID.fromString(text));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier and as a saga's association value. */
    @Override
    public String toString() {
        return value.toString();
    }
}
