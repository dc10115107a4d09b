package io.amanat.contract.escrow;

import io.amanat.contract.EventType;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import java.util.List;

/** How the money went out. An instruction and its finality are two facts. */
public sealed interface SettlementEvent extends PaymentEvent {
    /** The legs and {@code platformFee} are, together, exactly what is held. */
    @EventType("settlement.instructed.v1")
    record SettlementInstructed(
            PaymentId paymentId,
            PurchaseRequestId requestId,
            UserId buyerId,
            UserId sellerId,
            SettlementCause cause,
            List<SettlementLeg> legs,
            AssetAmount platformFee)
            implements SettlementEvent {
        public SettlementInstructed {
            legs = List.copyOf(legs);
        }
    }

    @EventType("settlement.funds-released.v1")
    record FundsReleased(PaymentId paymentId, CustodyTransferId transferId, AssetAmount amount, String txHash)
            implements SettlementEvent {}

    @EventType("settlement.funds-refunded.v1")
    record FundsRefunded(PaymentId paymentId, CustodyTransferId transferId, AssetAmount amount, String txHash)
            implements SettlementEvent {}

    @EventType("settlement.platform-fee-taken.v1")
    record PlatformFeeTaken(PaymentId paymentId, AssetAmount amount) implements SettlementEvent {}

    /** Every leg is final and the seller got something. */
    @EventType("payment.completed.v1")
    record PaymentCompleted(PaymentId paymentId, PurchaseRequestId requestId) implements SettlementEvent {}

    /** Every leg is final and all of it went back. */
    @EventType("payment.refunded.v1")
    record PaymentRefunded(PaymentId paymentId, PurchaseRequestId requestId) implements SettlementEvent {}
}
