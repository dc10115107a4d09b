package io.amanat.contract.escrow;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** A proposal to bear what the chain took back for good. */
public record WriteOffId(UUID value) implements Identifier {
    public static WriteOffId of(String text) {
        return new WriteOffId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
