package io.amanat.contract.escrow;

import io.amanat.contract.EventType;
import io.amanat.contract.money.AssetAmount;

/** What a reorganisation of the chain undoes after money was credited. */
public sealed interface ReorgEvent extends PaymentEvent {
    /**
     * A credited transfer left the chain. The four parts are, together, its {@code amount}: what was still in escrow, frozen, or set
     * aside is taken back from there; what has gone out already, or is on its way, is the platform's exposure.
     *
     * @param heldTotal what is held of this payment's asset after it
     */
    @EventType("payment.credit-retracted.v1")
    record CreditRetracted(
            PaymentId paymentId,
            TransferKey key,
            AssetAmount amount,
            AssetAmount fromEscrow,
            AssetAmount fromDisputed,
            AssetAmount fromUnallocated,
            AssetAmount exposed,
            AssetAmount heldTotal,
            String orphanedBlockHash)
            implements ReorgEvent {}

    /** Confirmed money makes good, first of all, what the platform has lost on this payment. {@code stillExposed} is what remains. */
    @EventType("payment.exposure-covered.v1")
    record ExposureCovered(PaymentId paymentId, TransferKey key, AssetAmount amount, AssetAmount stillExposed)
            implements ReorgEvent {}
}
