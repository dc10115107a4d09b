package io.amanat.api;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.reconciliation.ReconciliationRule;
import io.amanat.contract.reconciliation.Reconciliations;
import java.util.UUID;

/** Remembers who asked for what; can be without a chain. */
public final class AskedReconciliations implements Reconciliations {
    private volatile UUID last;
    private volatile String by;
    private volatile Long chain;
    private volatile boolean withoutChain;

    @Override
    public void run(UUID id, Long chainId, String requestedBy) {
        RuleViolated.unless(!withoutChain, ReconciliationRule.NO_CHAIN_TO_COMPARE_WITH);
        last = id;
        by = requestedBy;
        chain = chainId;
    }

    public UUID last() {
        return last;
    }

    /** Null when nobody said which. */
    public Long chain() {
        return chain;
    }

    public String by() {
        return by;
    }

    public void withoutChain(boolean without) {
        withoutChain = without;
    }
}
