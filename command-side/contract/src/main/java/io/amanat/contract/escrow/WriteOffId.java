package io.amanat.contract.escrow;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** An admin's word that a payment was made outside of the chain. */
public record WriteOffId(UUID value) implements Identifier {
    public static WriteOffId of(String text) {
        return new WriteOffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
