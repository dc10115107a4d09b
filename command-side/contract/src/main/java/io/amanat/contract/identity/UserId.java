package io.amanat.contract.identity;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** A person with an account. */
public record UserId(UUID value) implements Identifier {
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier and as a saga's association value. */
    @Override
    public String toString() {
        return value.toString();
    }
}
