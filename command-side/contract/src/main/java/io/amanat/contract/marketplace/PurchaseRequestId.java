package io.amanat.contract.marketplace;

import io.amanat.contract.Identifier;
import java.util.UUID;

/** A purchase request; also the id of the whole trade that grows out of it. */
public record PurchaseRequestId(UUID value) implements Identifier {
    public static PurchaseRequestId of(String text) {
        return new PurchaseRequestId(UUID.fromString(text));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier and as a saga's association value. */
    @Override
    public String toString() {
        return value.toString();
    }
}
