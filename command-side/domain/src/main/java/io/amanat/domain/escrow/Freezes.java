package io.amanat.domain.escrow;

import io.amanat.contract.disputes.DisputeId;
import io.amanat.contract.escrow.EscrowEvent;
import io.amanat.contract.escrow.FreezeCause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Every cause that stands once {@code cause} does, the gravest first. */
    List<FreezeCause> with(FreezeCause cause) {
        return Stream.of(FreezeCause.values())
                .filter(each -> each == cause || stands(each))
                .toList();
    }

    /** What stands once {@code cause} does no longer, the gravest first. */
    List<FreezeCause> without(FreezeCause cause) {
        return Stream.of(FreezeCause.values())
                .filter(each -> each != cause && stands(each))
                .toList();
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
            case EscrowEvent.EscrowFrozen e -> new Freezes(Set.copyOf(e.standing()), dispute, disputes);
            case EscrowEvent.EscrowUnfrozen e ->
                new Freezes(Set.copyOf(e.standing()), e.cause() == FreezeCause.DISPUTE ? null : dispute, disputes);
            case EscrowEvent.EscrowFunded _, EscrowEvent.EscrowReleasable _ -> this;
        };
    }
}
