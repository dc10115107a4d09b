package io.amanat.chain.reconcile;

import io.amanat.chain.loop.Loop.Trouble;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.reconciliation.ReconciliationRule;
import io.amanat.contract.reconciliation.Reconciliations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/** Runs by itself on every chain that has a node; for any other it refuses. */
record EveryChain(long firstChainId, List<OneChain> all) implements Reconciliations, SmartLifecycle, DisposableBean {
    @Override
    public void run(UUID id, @Nullable Long chainId, String requestedBy) {
        of(chainId == null ? firstChainId : chainId)
                .orElseThrow(() -> new RuleViolated(ReconciliationRule.NO_CHAIN_TO_COMPARE_WITH))
                .reconciler()
                .run(id, requestedBy);
    }

    Optional<Trouble> trouble(long chainId) {
        return of(chainId).flatMap(chain -> chain.loop().trouble());
    }

    private Optional<OneChain> of(long chainId) {
        return all.stream().filter(chain -> chain.chainId() == chainId).findFirst();
    }

    @Override
    public void start() {
        all.forEach(chain -> chain.loop().start());
    }

    /** All at once: each may take two seconds. */
    @Override
    public void stop() {
        all.parallelStream().forEach(chain -> chain.loop().close());
    }

    @Override
    public boolean isRunning() {
        return all.stream().anyMatch(chain -> chain.loop().running());
    }

    @Override
    public void destroy() {
        all.forEach(chain -> chain.client().close());
    }
}
