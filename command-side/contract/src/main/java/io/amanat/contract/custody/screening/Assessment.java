package io.amanat.contract.custody.screening;

import java.util.Comparator;
import java.util.List;

/** The verdict, and every rule that led to it, in the order of {@link Finding}. */
public record Assessment(Verdict verdict, List<Finding> findings) {
    public Assessment {
        findings = List.copyOf(findings);
    }

    /** The gravest of what was found; pass when nothing was. */
    static Assessment of(List<Finding> findings) {
        Verdict gravest = findings.stream()
                .map(Finding::verdict)
                .max(Comparator.naturalOrder())
                .orElse(Verdict.PASS);
        return new Assessment(gravest, findings);
    }
}
