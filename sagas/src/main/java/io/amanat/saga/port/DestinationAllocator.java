package io.amanat.saga.port;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;

/** Makes deposit addresses, one per payment, never the same twice. */
public interface DestinationAllocator {
    /**
     * The destination of {@code paymentId}; asked again it answers the same. It is watched from now on, and money that is seen there
     * is recorded as belonging to the trade of {@code requestId}.
     */
    AllocatedDestination allocate(PaymentId paymentId, PurchaseRequestId requestId, long chainId);
}
