package io.amanat.contract.custody.screening;

import io.amanat.contract.WireEnum;

/** Where a transfer's safety check stands. Only {@code HELD} changes again. */
public enum ScreeningStatus implements WireEnum {
    /** By the rules. */
    PASSED,
    /** Waits for a guard. */
    HELD,
    /** A guard let it pass. */
    CLEARED,
    /** By the rules, or by a guard. */
    REJECTED;

    /** Whether the money may fund its escrow. */
    public boolean funds() {
        return this == PASSED || this == CLEARED;
    }

    /** Where {@code verdict} leads. */
    public static ScreeningStatus of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> PASSED;
            case HOLD -> HELD;
            case REJECT -> REJECTED;
        };
    }
}
