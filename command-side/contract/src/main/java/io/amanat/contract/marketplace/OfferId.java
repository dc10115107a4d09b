package io.amanat.contract.marketplace;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** A seller's offer on one purchase request. */
public record OfferId(UUID value) implements Identifier {
    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier and as a saga's association value. */
    @Override
    public String toString() {
        return value.toString();
    }
}
