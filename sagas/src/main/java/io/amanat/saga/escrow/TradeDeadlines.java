package io.amanat.saga.escrow;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.deadline.DeadlineManager;

/** The deadlines of a trade, and the state that remembers them. Only within a saga's handler. */
final class TradeDeadlines {
    static final String PAYMENT_WINDOW = "payment-window";
    static final String INSPECTION_WINDOW = "inspection-window";
    static final String DISPUTE_RESPONSE = "dispute-response";

    private final DeadlineManager deadlines;

    TradeDeadlines(DeadlineManager deadlines) {
        this.deadlines = deadlines;
    }

    /** Starts the wait, unless it runs already: an event may come twice. */
    TradeState start(TradeState state, String name, DeadlineSubject subject, Instant due) {
        if (state.awaits(name, subject)) {
            return state;
        }
        String deadlineId = deadlines.schedule(due, name, subject);
        return stop(state, name).waiting(name, deadlineId, subject, due);
    }

    /** Looks again after {@code delay}; what was due stays due. */
    TradeState repeat(TradeState state, String name, Wait wait, Duration delay) {
        String deadlineId = deadlines.schedule(delay, name, wait.subject());
        return state.waiting(name, deadlineId, wait.subject(), wait.due());
    }

    TradeState stop(TradeState state, String name) {
        Wait wait = state.wait(name);
        if (wait == null) {
            return state;
        }
        deadlines.cancelSchedule(name, wait.deadlineId());
        return state.notWaiting(name);
    }
}
