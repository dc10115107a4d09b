package io.amanat.contract.disputes;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a command about a dispute is refused. */
public enum DisputeRule implements Rule {
    NO_SUCH_DISPUTE(RuleKind.NOT_FOUND, "There is no such dispute."),
    A_DISPUTE_IS_OPENED_ONCE(RuleKind.CONFLICT, "This dispute was opened already, about something else."),
    ONLY_PARTIES_AND_RESOLVERS_SPEAK(
            RuleKind.FORBIDDEN, "Only the parties of the trade and a resolver add to a dispute."),
    A_PARTY_DOES_NOT_RESOLVE_ITS_OWN_DISPUTE(RuleKind.FORBIDDEN, "A party of the trade does not resolve its dispute."),
    ONLY_UNRESOLVED_DISPUTES_CHANGE(RuleKind.CONFLICT, "This dispute is resolved."),
    ONLY_UNANSWERED_DISPUTES_LAPSE(RuleKind.CONFLICT, "The respondent has answered; a resolver decides."),
    A_SPLIT_GIVES_OUT_EXACTLY_WHAT_IS_HELD(
            RuleKind.UNPROCESSABLE,
            "The parts of a compensation are both more than zero and, together, exactly what is held."),
    DISPUTES_STAY_WITHIN_LIMITS(
            RuleKind.UNPROCESSABLE, "A dispute takes at most 200 pieces of evidence and timeline entries.");

    private final RuleKind kind;
    private final String sentence;

    DisputeRule(RuleKind kind, String sentence) {
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
