package io.amanat.saga.port;

import io.amanat.contract.escrow.PaymentId;

/** Makes deposit addresses, one per payment, never the same twice. */
public interface DestinationAllocator {
    /** The destination of {@code paymentId}; asked again it answers the same. */
    AllocatedDestination allocate(PaymentId paymentId, long chainId);
}
