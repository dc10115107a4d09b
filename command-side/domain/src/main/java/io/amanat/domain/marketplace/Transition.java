package io.amanat.domain.marketplace;

import io.amanat.contract.EventType;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import io.amanat.contract.marketplace.PurchaseRequestStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One arrow of the lifecycle: {@code event} may happen in {@code from} and leads to {@code to}, which may be the same status.
 *
 * @param from absent for the event that creates
 */
public record Transition(
        @Nullable PurchaseRequestStatus from, Class<? extends PurchaseRequestEvent> event, PurchaseRequestStatus to) {
    /** The event's stored name, such as {@code offer.accepted.v1}. */
    public String eventType() {
        return Objects.requireNonNull(event.getAnnotation(EventType.class)).value();
    }
}
