package io.amanat.query.custody;

import io.amanat.contract.WireEnum;
import io.amanat.contract.custody.screening.Assessment;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningEvent.TransferScreened;
import java.util.List;
import java.util.UUID;

/**
 * The last verdict of a safety check, as it was stored and as it comes out when it is computed again from the stored rules and inputs.
 *
 * @param same whether verdict, findings and the version of the rules are the stored ones
 * @param position of the event in the log
 */
record ReEvaluationView(UUID id, boolean same, Answer stored, Answer computed, long position) {
    record Answer(String verdict, List<String> findings, String ruleSetVersion) {
        static Answer of(Assessment assessment, String ruleSetVersion) {
            return new Answer(
                    assessment.verdict().wire(),
                    assessment.findings().stream().map(WireEnum::wire).toList(),
                    ruleSetVersion);
        }
    }

    static ReEvaluationView of(TransferScreened event, long position) {
        return new ReEvaluationView(
                event.screeningId().value(),
                event.stands(),
                Answer.of(new Assessment(event.verdict(), event.findings()), event.ruleSetVersion()),
                Answer.of(
                        RuleEngine.assess(event.rules(), event.inputs()),
                        event.rules().version()),
                position);
    }
}
