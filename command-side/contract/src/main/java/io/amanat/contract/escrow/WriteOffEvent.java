package io.amanat.contract.escrow;

import io.amanat.contract.EventType;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AssetAmount;

/** The end of an exposure: money that the chain took back and that does not return. Two people decide that the platform bears it. */
public sealed interface WriteOffEvent extends PaymentEvent {
    /** An admin proposes it. Nothing is booked before a guard approves. */
    @EventType("payment.write-off-proposed.v1")
    record WriteOffProposed(
            PaymentId paymentId, WriteOffId writeOffId, AssetAmount amount, PersonalText reason, UserId by)
            implements WriteOffEvent {}

    /** A guard does not agree; the exposure stays. */
    @EventType("payment.write-off-rejected.v1")
    record WriteOffRejected(PaymentId paymentId, WriteOffId writeOffId, UserId by, PersonalText reason)
            implements WriteOffEvent {}

    /** A guard agrees. {@code lost} is all that was written off of this payment in this token and did not come back. */
    @EventType("payment.exposure-written-off.v1")
    record ExposureWrittenOff(
            PaymentId paymentId,
            WriteOffId writeOffId,
            AssetAmount amount,
            AssetAmount lost,
            UserId by,
            PersonalText reason)
            implements WriteOffEvent {}

    /** Money came after all, and makes good what was written off. {@code stillLost} is what remains of that. */
    @EventType("payment.loss-recovered.v1")
    record LossRecovered(PaymentId paymentId, TransferKey key, AssetAmount amount, AssetAmount stillLost)
            implements WriteOffEvent {}
}
