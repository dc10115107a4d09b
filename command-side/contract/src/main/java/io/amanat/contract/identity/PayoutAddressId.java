package io.amanat.contract.identity;

import io.amanat.contract.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Where one person is paid on one family of chains. */
public record PayoutAddressId(UUID value) implements Identifier {
    /** The same person and family always give the same id. */
    public static PayoutAddressId of(UserId user, ChainFamily family) {
        String name = "payout-address/" + family.wire() + "/" + user;
        return new PayoutAddressId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value.toString();
    }
}
