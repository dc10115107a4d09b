package io.amanat.contract.escrow;

import io.amanat.contract.EventType;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.AssetAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the money while it was held. */
public sealed interface EscrowEvent extends PaymentEvent {
    @EventType("escrow.funded.v1")
    record EscrowFunded(PaymentId paymentId, PurchaseRequestId requestId, AssetAmount held) implements EscrowEvent {}

    /** Everything that the saga needs to open the dispute. */
    @EventType("escrow.dispute-raised.v1")
    record DisputeRaised(
            PaymentId paymentId,
            PurchaseRequestId requestId,
            DisputeId disputeId,
            UserId raisedBy,
            UserId buyerId,
            UserId sellerId,
            DisputeCategory category,
            PersonalText reason,
            AssetAmount atStake)
            implements EscrowEvent {}

    /**
     * {@code disputeId} is there for a dispute, {@code reason} for a guard; {@code standing} are all causes that freeze from now on,
     * the gravest first.
     */
    @EventType("escrow.frozen.v1")
    record EscrowFrozen(
            PaymentId paymentId,
            FreezeCause cause,
            AssetAmount amount,
            @Nullable DisputeId disputeId,
            @Nullable PersonalText reason,
            List<FreezeCause> standing)
            implements EscrowEvent {
        public EscrowFrozen {
            standing = List.copyOf(standing);
        }
    }

    /** {@code standing} are the causes that freeze still; with none of them the money may move again. */
    @EventType("escrow.unfrozen.v1")
    record EscrowUnfrozen(
            PaymentId paymentId,
            FreezeCause cause,
            AssetAmount amount,
            @Nullable DisputeId disputeId,
            @Nullable PersonalText reason,
            List<FreezeCause> standing)
            implements EscrowEvent {
        public EscrowUnfrozen {
            standing = List.copyOf(standing);
        }
    }

    @EventType("escrow.releasable.v1")
    record EscrowReleasable(PaymentId paymentId, PurchaseRequestId requestId) implements EscrowEvent {}
}
