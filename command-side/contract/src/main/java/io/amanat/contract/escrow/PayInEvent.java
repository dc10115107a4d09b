package io.amanat.contract.escrow;

import io.amanat.contract.EventType;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;

/** How the money came in, or did not. */
public sealed interface PayInEvent extends PaymentEvent {
    @EventType("payment.opened.v1")
    record PaymentOpened(PaymentId paymentId, EscrowTerms terms) implements PayInEvent {}

    @EventType("payment.transfer-detected.v1")
    record TransferDetected(PaymentId paymentId, ObservedTransfer transfer) implements PayInEvent {}

    /** A transfer that had not been credited left the chain again; {@code stillDetected} is what remains seen and not yet credited. */
    @EventType("payment.transfer-retracted.v1")
    record TransferRetracted(
            PaymentId paymentId,
            TransferKey key,
            AssetAmount amount,
            AssetAmount stillDetected,
            String orphanedBlockHash)
            implements PayInEvent {}

    /** Confirmed money, or the part of it that the escrow needs, is held. {@code heldTotal} includes it. */
    @EventType("payment.funds-held.v1")
    record FundsHeld(PaymentId paymentId, TransferKey key, AssetAmount amount, AssetAmount heldTotal)
            implements PayInEvent {}

    /** Confirmed money that this escrow has no use for; a liability to the payer. */
    @EventType("payment.excess-set-aside.v1")
    record ExcessSetAside(PaymentId paymentId, TransferKey key, AssetAmount amount, ExcessCause cause)
            implements PayInEvent {}

    @EventType("payment.cancelled.v1")
    record PaymentCancelled(PaymentId paymentId, PurchaseRequestId requestId, UserId by) implements PayInEvent {}

    /** {@code held} is what had arrived when the window closed; it goes back when it is more than zero. */
    @EventType("payment.expired.v1")
    record PaymentExpired(PaymentId paymentId, PurchaseRequestId requestId, AssetAmount held) implements PayInEvent {}
}
