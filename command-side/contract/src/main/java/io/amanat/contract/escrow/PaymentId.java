package io.amanat.contract.escrow;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** A payment of one accepted offer, and the escrow that it funds. */
public record PaymentId(UUID value) implements Identifier {
    public static PaymentId of(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier and as a saga's association value. */
    @Override
    public String toString() {
        return value.toString();
    }
}
