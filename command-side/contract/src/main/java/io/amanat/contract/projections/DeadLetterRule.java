package io.amanat.contract.projections;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why dead letters are not retried. */
public enum DeadLetterRule implements Rule {
    NO_SUCH_DEAD_LETTER(RuleKind.NOT_FOUND, "Nothing of this sequence is set aside."),
    DEAD_LETTER_STILL_FAILS(RuleKind.CONFLICT, "An event of this sequence still cannot be taken; nothing has changed.");

    private final RuleKind kind;
    private final String sentence;

    DeadLetterRule(RuleKind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public RuleKind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
