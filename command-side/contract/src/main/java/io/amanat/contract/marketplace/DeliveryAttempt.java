package io.amanat.contract.marketplace;

/** The answer to a try with the delivery code. A wrong try is a fact of its own, therefore an answer and not an exception. */
public record DeliveryAttempt(Outcome outcome, int attemptsLeft) {
    /** What the try led to. */
    public enum Outcome {
        CONFIRMED,
        WRONG_CODE,
        LOCKED
    }
}
