package io.amanat.contract.readtables;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a request about the read tables is refused. */
public enum ReadTablesRule implements Rule {
    NO_SUCH_PROJECTION_JOB(RuleKind.NOT_FOUND, "There is no such job."),
    REBUILD_RUNNING(RuleKind.CONFLICT, "One rebuild at a time: another is running."),
    JOB_IS_FINISHED(RuleKind.CONFLICT, "Only a job that is not finished can be cancelled."),
    JOB_IS_RUNNING(RuleKind.CONFLICT, "Only a finished job can be discarded; cancel it first."),
    ONLY_TIME_TRAVEL_HAS_A_POINT_IN_TIME(
            RuleKind.UNPROCESSABLE,
            "A look at the past takes either a position or an instant; a rebuild and a replay take neither."),
    POSITION_BEYOND_HEAD(RuleKind.UNPROCESSABLE, "No event has this position yet."),
    INSTANT_BEFORE_FIRST_EVENT(RuleKind.UNPROCESSABLE, "Nothing had happened yet at this instant.");

    private final RuleKind kind;
    private final String sentence;

    ReadTablesRule(RuleKind kind, String sentence) {
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
