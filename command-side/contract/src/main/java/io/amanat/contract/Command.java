package io.amanat.contract;

import org.jspecify.annotations.Nullable;

/** An instruction to one aggregate. It may be refused with a {@link RuleViolated}; it may be sent twice and has one effect. */
public interface Command {
    /** The aggregate that decides. */
    Identifier target();

    /**
     * What the aggregate answered when it did this, told from the first event that it led to: for a repeat under the same idempotency
     * key. Most commands have no answer.
     */
    default @Nullable Object answer(Event first) {
        return null;
    }
}
