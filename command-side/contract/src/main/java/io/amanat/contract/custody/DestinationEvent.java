package io.amanat.contract.custody;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;

/** What happened to a deposit destination. */
public sealed interface DestinationEvent extends Event {
    DestinationId destinationId();

    @Override
    default DestinationId subject() {
        return destinationId();
    }

    @EventType("destination.allocated.v1")
    record DestinationAllocated(
            DestinationId destinationId,
            PaymentId paymentId,
            PurchaseRequestId requestId,
            long chainId,
            EvmAddress address,
            String accountFingerprint,
            String derivationPath)
            implements DestinationEvent {}

    @EventType("destination.quarantined.v1")
    record DestinationQuarantined(DestinationId destinationId, UserId by, PersonalText reason)
            implements DestinationEvent {}

    @EventType("destination.swept.v1")
    record DestinationSwept(DestinationId destinationId, TransferKey key, EvmAddress to, AssetAmount amount)
            implements DestinationEvent {}
}
