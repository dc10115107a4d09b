package io.amanat.contract.escrow;

import io.amanat.contract.EventType;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.EvmAddress;

/** Money that belongs to no price, and how it goes back. What was set aside in the payment's own asset is a {@link PayInEvent}. */
public sealed interface StrayEvent extends PaymentEvent {
    /** A transfer of an allowed token that is not this payment's. It never pays the price. */
    @EventType("payment.foreign-transfer-detected.v1")
    record ForeignTransferDetected(PaymentId paymentId, ObservedTransfer transfer) implements StrayEvent {}

    /** Such a transfer left the chain again before it was set aside. */
    @EventType("payment.foreign-transfer-retracted.v1")
    record ForeignTransferRetracted(PaymentId paymentId, TransferKey key, AssetAmount amount, String orphanedBlockHash)
            implements StrayEvent {}

    /** No money here; nothing is credited and nothing is owed. */
    @EventType("payment.stray-observed.v1")
    record StrayObserved(PaymentId paymentId, StrayTransfer stray) implements StrayEvent {}

    /** {@code to} is proven; a guard may send the money back there. A later claim replaces it until then. */
    @EventType("payment.return-claimed.v1")
    record ReturnClaimed(PaymentId paymentId, TransferKey key, EvmAddress to, ReturnProof proof, UserId by)
            implements StrayEvent {}

    /** Everything that custody needs to send the money back. The books follow when it is final on the chain. */
    @EventType("payment.return-instructed.v1")
    record ReturnInstructed(
            PaymentId paymentId,
            PurchaseRequestId requestId,
            UserId buyerId,
            UserId sellerId,
            TransferKey key,
            CustodyTransferId transferId,
            EvmAddress to,
            AssetAmount amount,
            UserId by,
            PersonalText reason)
            implements StrayEvent {}

    @EventType("payment.excess-returned.v1")
    record ExcessReturned(
            PaymentId paymentId, TransferKey key, CustodyTransferId transferId, AssetAmount amount, String txHash)
            implements StrayEvent {}
}
