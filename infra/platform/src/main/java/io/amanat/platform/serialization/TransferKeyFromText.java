package io.amanat.platform.serialization;

import io.amanat.contract.escrow.TransferKey;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Reads as a key of a map what {@link TransferKey#toString} has written. */
final class TransferKeyFromText extends KeyDeserializer {

    private static final int PARTS = 3;

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        String[] parts = key.split(":", -1);
        try {
            if (parts.length == PARTS) {
                return new TransferKey(Long.parseLong(parts[0]), parts[1], Long.parseLong(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw context.weirdKeyException(TransferKey.class, key, String.valueOf(e.getMessage()));
        }
        throw context.weirdKeyException(TransferKey.class, key, "chain:transaction:log");
    }
}
