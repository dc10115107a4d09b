package io.amanat.domain.escrow;

import static io.amanat.contract.escrow.EscrowState.CANCELLED;
import static io.amanat.contract.escrow.EscrowState.FAILED;
import static io.amanat.contract.escrow.EscrowState.FUNDED;
import static io.amanat.contract.escrow.EscrowState.PARTIAL;
import static io.amanat.contract.escrow.EscrowState.REFUNDED;
import static io.amanat.contract.escrow.EscrowState.RELEASABLE;
import static io.amanat.contract.escrow.EscrowState.RELEASED;
import static io.amanat.contract.escrow.EscrowState.RELEASING;

import io.amanat.contract.escrow.EscrowEvent.EscrowFrozen;
import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.EscrowEvent.EscrowReleasable;
import io.amanat.contract.escrow.EscrowEvent.EscrowUnfrozen;
import io.amanat.contract.escrow.EscrowState;
import io.amanat.contract.escrow.FreezeCause;
import io.amanat.contract.escrow.OffChainEvent.OffChainApproved;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.SettlementEvent.PaymentCompleted;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.contract.escrow.SettlementEvent.SettlementInstructed;
import io.amanat.domain.Transition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of an escrow, as data; it is absent until money is held. An event that has no row leaves it as it is.
 *
 * <p>Frozen is no state of its own: a freeze stands beside {@code PARTIAL}, {@code FUNDED} or {@code RELEASABLE}. A guard who lifts
 * one leaves the state alone; the end of a dispute leads to {@code FUNDED}.
 */
public final class EscrowLifecycle {
    private static final List<Transition<EscrowState>> TABLE = Stream.of(
                    Stream.of(
                            new Transition<>(null, FundsHeld.class, PARTIAL),
                            new Transition<>(null, OffChainApproved.class, PARTIAL),
                            new Transition<>(null, PaymentCancelled.class, CANCELLED),
                            new Transition<>(null, PaymentExpired.class, FAILED)),
                    stays(FundsHeld.class, PARTIAL, FUNDED, RELEASABLE),
                    stays(OffChainApproved.class, PARTIAL),
                    to(FUNDED, EscrowFunded.class, PARTIAL),
                    to(FAILED, PaymentExpired.class, PARTIAL),
                    to(RELEASABLE, EscrowReleasable.class, FUNDED),
                    stays(EscrowFrozen.class, PARTIAL, FUNDED, RELEASABLE),
                    stays(EscrowUnfrozen.class, PARTIAL, FUNDED, RELEASABLE),
                    to(FUNDED, EscrowUnfrozen.class, RELEASABLE),
                    to(RELEASING, SettlementInstructed.class, FUNDED, RELEASABLE, FAILED),
                    to(RELEASED, PaymentCompleted.class, RELEASING),
                    to(REFUNDED, PaymentRefunded.class, RELEASING))
            .flatMap(rows -> rows)
            .toList();

    private EscrowLifecycle() {}

    /** Every arrow, in the order in which an escrow meets them. */
    public static List<Transition<EscrowState>> transitions() {
        return TABLE;
    }

    static @Nullable EscrowState next(@Nullable EscrowState from, PaymentEvent event) {
        Set<EscrowState> targets = Transition.targets(TABLE, from, event.getClass());
        return switch (targets.size()) {
            case 0 -> from;
            case 1 -> targets.iterator().next();
            default -> disputeEnds(event) ? FUNDED : from;
        };
    }

    private static boolean disputeEnds(PaymentEvent event) {
        return event instanceof EscrowUnfrozen unfrozen && unfrozen.cause() == FreezeCause.DISPUTE;
    }

    private static Stream<Transition<EscrowState>> stays(Class<? extends PaymentEvent> event, EscrowState... states) {
        return Stream.of(states).map(state -> new Transition<>(state, event, state));
    }

    private static Stream<Transition<EscrowState>> to(
            EscrowState to, Class<? extends PaymentEvent> event, EscrowState... from) {
        return Stream.of(from).map(state -> new Transition<>(state, event, to));
    }
}
