package io.amanat.contract.custody.screening;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a command about a safety check or the address list is refused. */
public enum ScreeningRule implements Rule {
    NO_SUCH_SCREENING(RuleKind.NOT_FOUND, "There is no such safety check."),
    ONLY_HELD_TRANSFERS_ARE_DECIDED(
            RuleKind.CONFLICT, "A guard decides only about a transfer that the safety check holds."),
    A_PARTY_DOES_NOT_CLEAR_ITS_OWN_MONEY(
            RuleKind.FORBIDDEN, "A party of the trade neither clears nor rejects its transfers."),
    AN_ADDRESS_LIST_IS_WELL_FORMED(
            RuleKind.UNPROCESSABLE, "An address list has one address a line, and nothing that cannot be read.");

    private final RuleKind kind;
    private final String sentence;

    ScreeningRule(RuleKind kind, String sentence) {
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
