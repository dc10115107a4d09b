package io.amanat.contract.custody.screening;

import io.amanat.contract.WireEnum;

/** A rule that did not let a transfer pass, with the verdict that it means by itself. */
public enum Finding implements WireEnum {
    SENDER_SANCTIONED(Verdict.REJECT),
    SENDER_BLOCKED(Verdict.REJECT),
    PROVIDER_REJECTS(Verdict.REJECT),
    PROVIDER_HOLDS(Verdict.HOLD),
    /** Somebody who had to be asked did not answer. */
    SOURCE_UNANSWERED(Verdict.HOLD),
    TOKEN_ON_HOLD(Verdict.HOLD),
    AMOUNT_ABOVE_LIMIT(Verdict.HOLD),
    WINDOW_AMOUNT_ABOVE_LIMIT(Verdict.HOLD),
    TOO_MANY_TRANSFERS(Verdict.HOLD),
    SENDER_TOO_NEW(Verdict.HOLD);

    private final Verdict verdict;

    Finding(Verdict verdict) {
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
