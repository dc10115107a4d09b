package io.amanat.domain.escrow;

import static io.amanat.contract.escrow.PaymentStatus.CANCELLED;
import static io.amanat.contract.escrow.PaymentStatus.COMPLETED;
import static io.amanat.contract.escrow.PaymentStatus.CONFIRMED;
import static io.amanat.contract.escrow.PaymentStatus.FAILED;
import static io.amanat.contract.escrow.PaymentStatus.PENDING;
import static io.amanat.contract.escrow.PaymentStatus.PROCESSING;
import static io.amanat.contract.escrow.PaymentStatus.REFUNDED;

import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.OffChainEvent.OffChainApproved;
import io.amanat.contract.escrow.PayInEvent.FundsHeld;
import io.amanat.contract.escrow.PayInEvent.PaymentCancelled;
import io.amanat.contract.escrow.PayInEvent.PaymentExpired;
import io.amanat.contract.escrow.PayInEvent.PaymentOpened;
import io.amanat.contract.escrow.PayInEvent.TransferDetected;
import io.amanat.contract.escrow.PayInEvent.TransferRetracted;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.PaymentStatus;
import io.amanat.contract.escrow.SettlementEvent.PaymentCompleted;
import io.amanat.contract.escrow.SettlementEvent.PaymentRefunded;
import io.amanat.domain.Transition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The status of a payment, as data. An event that has no row leaves it as it is: money that is seen after the end changes nothing.
 *
 * <p>A retracted transfer leads back to {@code PENDING} when no other money was seen.
 */
public final class PaymentLifecycle {
    private static final List<Transition<PaymentStatus>> TABLE = Stream.of(
                    Stream.of(new Transition<>(null, PaymentOpened.class, PENDING)),
                    to(PROCESSING, TransferDetected.class, PENDING, PROCESSING),
                    to(PENDING, TransferRetracted.class, PROCESSING),
                    to(PROCESSING, TransferRetracted.class, PROCESSING),
                    to(PROCESSING, FundsHeld.class, PROCESSING),
                    to(PROCESSING, OffChainApproved.class, PENDING, PROCESSING),
                    to(CONFIRMED, EscrowFunded.class, PROCESSING),
                    to(CANCELLED, PaymentCancelled.class, PENDING),
                    to(FAILED, PaymentExpired.class, PENDING, PROCESSING),
                    to(COMPLETED, PaymentCompleted.class, CONFIRMED),
                    to(REFUNDED, PaymentRefunded.class, CONFIRMED, FAILED))
            .flatMap(rows -> rows)
            .toList();

    private PaymentLifecycle() {}

    /** Every arrow, in the order in which a payment meets them. */
    public static List<Transition<PaymentStatus>> transitions() {
        return TABLE;
    }

    static PaymentStatus next(PaymentStatus from, PaymentEvent event, boolean moneySeen) {
        Set<PaymentStatus> targets = Transition.targets(TABLE, from, event.getClass());
        return switch (targets.size()) {
            case 0 -> from;
            case 1 -> targets.iterator().next();
            default -> moneySeen ? PROCESSING : PENDING;
        };
    }

    private static Stream<Transition<PaymentStatus>> to(
            PaymentStatus to, Class<? extends PaymentEvent> event, PaymentStatus... from) {
        return Stream.of(from).map(state -> new Transition<>(state, event, to));
    }
}
