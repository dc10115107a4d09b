package io.amanat.contract.custody.screening;

import io.amanat.contract.Identifier;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The safety check of one transfer on a chain. */
public record ScreeningId(UUID value) implements Identifier {
    /**
     * Follows from the transfer, so that one that is told twice is screened once. The block is not part of it: mined again in another
     * block, the transfer keeps its verdict. Sender, payment and amount are: a reorganisation of the chain may give the key, which counts
     * logs within a block, to another transfer of the same transaction. A version 3 (name-based) UUID.
     */
    public static ScreeningId of(PaymentId paymentId, ObservedTransfer transfer) {
        String name = "screening of " + transfer.key() + " from " + transfer.from() + " to payment " + paymentId
                + " of " + transfer.amount().units();
        return new ScreeningId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** The plain uuid: Axon uses this text as the aggregate's identifier. */
    @Override
    public String toString() {
        return value.toString();
    }
}
