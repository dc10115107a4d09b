package io.amanat.saga.escrow;

import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.OfferEvent.OfferAccepted;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the saga remembers of a trade between two events.
 *
 * @param waits the running deadlines, by name
 * @param releaseDue the money is the seller's and was not yet instructed to leave; only the saga knows, for the last word may be a
 *     ruling that it has just carried out while older events are still on their way here
 */
record TradeState(
        PurchaseRequestId requestId,
        PaymentId paymentId,
        long chainId,
        Map<String, Wait> waits,
        boolean releaseDue,
        @Nullable PendingRuling pendingRuling) {

    TradeState {
        waits = Map.copyOf(waits);
    }

    static TradeState of(OfferAccepted event) {
        long chainId = event.due().asset().chainId();
        return new TradeState(event.requestId(), event.paymentId(), chainId, Map.of(), false, null);
    }

    @Nullable
    Wait wait(String name) {
        return waits.get(name);
    }

    /** Whether the deadline {@code name} is about what is waited for now. */
    boolean awaits(String name, DeadlineSubject subject) {
        Wait wait = waits.get(name);
        return wait != null && wait.subject().equals(subject);
    }

    TradeState waiting(String name, String deadlineId, DeadlineSubject subject, Instant due) {
        Map<String, Wait> more = new HashMap<>(waits);
        more.put(name, new Wait(deadlineId, subject, due));
        return new TradeState(requestId, paymentId, chainId, more, releaseDue, pendingRuling);
    }

    TradeState notWaiting(String name) {
        Map<String, Wait> fewer = new HashMap<>(waits);
        fewer.remove(name);
        return new TradeState(requestId, paymentId, chainId, fewer, releaseDue, pendingRuling);
    }

    TradeState releaseDue(boolean due) {
        return new TradeState(requestId, paymentId, chainId, waits, due, pendingRuling);
    }

    TradeState pending(@Nullable PendingRuling ruling) {
        return new TradeState(requestId, paymentId, chainId, waits, releaseDue, ruling);
    }
}
