package io.amanat.contract.reconciliation;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a reconciliation is refused, or not found. */
public enum ReconciliationRule implements Rule {
    NO_SUCH_RECONCILIATION(RuleKind.NOT_FOUND, "There is no such reconciliation."),
    NO_SUCH_SOLVENCY_PROOF(RuleKind.NOT_FOUND, "There is no such proof of solvency."),
    NO_CHAIN_TO_COMPARE_WITH(RuleKind.CONFLICT, "No chain is connected, or none of its blocks was read yet."),
    CHAIN_DOES_NOT_ANSWER(RuleKind.CONFLICT, "The chain's node gives no answer that holds still; ask again.");

    private final RuleKind kind;
    private final String sentence;

    ReconciliationRule(RuleKind kind, String sentence) {
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
