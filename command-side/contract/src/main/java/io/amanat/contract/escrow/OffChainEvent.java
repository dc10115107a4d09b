package io.amanat.contract.escrow;

import io.amanat.contract.EventType;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;

/** Money that came outside of the chain: two people vouch for it, since no chain can be asked. */
public sealed interface OffChainEvent extends PaymentEvent {
    OffChainId offChainId();

    /** An admin says so and shows why. No money is booked before a guard approves. */
    @EventType("payment.off-chain-confirmed.v1")
    record OffChainConfirmed(
            PaymentId paymentId, OffChainId offChainId, AssetAmount amount, PersonalText evidence, UserId by)
            implements OffChainEvent {}

    /** A guard agrees: the amount is held, and {@code heldTotal} includes it. */
    @EventType("payment.off-chain-approved.v1")
    record OffChainApproved(
            PaymentId paymentId,
            OffChainId offChainId,
            AssetAmount amount,
            AssetAmount heldTotal,
            UserId by,
            PersonalText reason)
            implements OffChainEvent {}

    /** A guard does not agree; as if nobody had said anything. */
    @EventType("payment.off-chain-rejected.v1")
    record OffChainRejected(PaymentId paymentId, OffChainId offChainId, UserId by, PersonalText reason)
            implements OffChainEvent {}
}
