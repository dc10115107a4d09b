package io.amanat.contract.custody;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;

/** Why a sweep is refused, or not found. */
public enum SweepRule implements Rule {
    NO_SUCH_SWEEP_BATCH(RuleKind.NOT_FOUND, "There is no such batch of sweeps."),
    NO_CHAIN_TO_SWEEP(RuleKind.CONFLICT, "No node of this chain is connected, so it cannot be swept."),
    NOTHING_IS_WORTH_ITS_GAS(
            RuleKind.CONFLICT, "No deposit is worth its gas now, or all that are have a sweep that is underway."),
    A_SWEEP_GOES_INTO_CUSTODY(RuleKind.CONFLICT, "Sweeps go to an account of custody, never to a deposit address."),
    ONLY_PLANNED_BATCHES_ARE_APPROVED(RuleKind.CONFLICT, "Only a planned batch of sweeps can be approved."),
    A_BATCH_IS_APPROVED_BY_ANOTHER(
            RuleKind.FORBIDDEN, "A batch of sweeps is approved by somebody else than who planned it."),
    ONLY_UNSIGNED_SWEEPS_ARE_CANCELLED(
            RuleKind.CONFLICT, "Nothing of this batch can be cancelled: all of it was signed, or has ended.");

    private final RuleKind kind;
    private final String sentence;

    SweepRule(RuleKind kind, String sentence) {
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
