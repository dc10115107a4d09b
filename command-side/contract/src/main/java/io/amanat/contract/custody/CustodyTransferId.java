package io.amanat.contract.custody;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** One transfer out of custody; chosen before it starts. */
public record CustodyTransferId(UUID value) implements Identifier {
    public static CustodyTransferId of(String text) {
        return new CustodyTransferId(UUID.fromString(text));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier and as a saga's association value. */
    @Override
    public String toString() {
        return value.toString();
    }
}
