package io.amanat.contract.marketplace;

import io.amanat.contract.marketplace.DeliveryEvent.DeliveryAttemptFailed;
import io.amanat.contract.marketplace.DeliveryEvent.DeliveryConfirmed;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a try with the delivery code. A wrong try is a fact of its own, therefore an answer and not an exception.
 *
 * @param attemptsLeft absent in the answer to a repeat of the same try, which does not count again
 */
public record DeliveryAttempt(Outcome outcome, @Nullable Integer attemptsLeft) {
    /** What the try led to. */
    public enum Outcome {
        CONFIRMED,
        WRONG_CODE,
        LOCKED
    }

    /** What the try was answered that led to this event; absent when it is no try. */
    static @Nullable DeliveryAttempt of(DeliveryEvent event) {
        return switch (event) {
            case DeliveryConfirmed _ -> new DeliveryAttempt(Outcome.CONFIRMED, null);
            case DeliveryAttemptFailed failed ->
                new DeliveryAttempt(failed.locked() ? Outcome.LOCKED : Outcome.WRONG_CODE, null);
            default -> null;
        };
    }
}
