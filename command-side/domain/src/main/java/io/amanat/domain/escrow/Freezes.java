package io.amanat.domain.escrow;

import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.EscrowEvent;
import io.amanat.contract.escrow.FreezeCause;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the money from moving.
 *
 * @param dispute the one that stands
 * @param disputes every one that was ever raised
 */
record Freezes(Set<FreezeCause> standing, @Nullable DisputeId dispute, Set<DisputeId> disputes) {
    static final Freezes NONE = new Freezes(Set.of(), null, Set.of());

    boolean any() {
        return !standing.isEmpty();
    }

    boolean stands(FreezeCause cause) {
        return standing.contains(cause);
    }

    boolean standsOtherThan(FreezeCause cause) {
        return standing.stream().anyMatch(other -> other != cause);
    }

    boolean raised(DisputeId disputeId) {
        return disputes.contains(disputeId);
    }

    boolean over(DisputeId disputeId) {
        return raised(disputeId) && !disputeId.equals(dispute);
    }

    Freezes after(EscrowEvent event) {
        return switch (event) {
            case EscrowEvent.DisputeRaised e -> {
                Set<DisputeId> all = new HashSet<>(disputes);
                all.add(e.disputeId());
                yield new Freezes(standing, e.disputeId(), all);
            }
            case EscrowEvent.EscrowFrozen e -> {
                Set<FreezeCause> more = EnumSet.of(e.cause());
                more.addAll(standing);
                yield new Freezes(more, dispute, disputes);
            }
            case EscrowEvent.EscrowUnfrozen e -> {
                Set<FreezeCause> less = EnumSet.noneOf(FreezeCause.class);
                less.addAll(standing);
                less.remove(e.cause());
                yield new Freezes(less, e.cause() == FreezeCause.DISPUTE ? null : dispute, disputes);
            }
            case EscrowEvent.EscrowFunded _, EscrowEvent.EscrowReleasable _ -> this;
        };
    }
}
