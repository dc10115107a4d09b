package io.amanat.contract.reconciliation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares ledger, custody transfers and chain now, beside the times at which it happens by itself. */
public interface Reconciliations {
    /**
     * Compares at the last block that was read, and returns when the report and the proofs of solvency are stored. One per chain runs at a
     * time; another waits for it. It takes as long as the node needs to name every balance.
     *
     * @param id of the report, chosen by who asks: asked again under the same id it does nothing
     * @param chainId of the chain to compare; null is the first one of the configuration
     * @param requestedBy the actor
     * @throws io.amanat.contract.RuleViolated with a {@link ReconciliationRule}
     */
    void run(UUID id, @Nullable Long chainId, String requestedBy);
}
