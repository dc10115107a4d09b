package io.amanat.chain.sweep;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.SweepRule;
import io.amanat.contract.custody.Sweeps;
import io.amanat.contract.identity.PersonalText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/** Sweeps on every chain that has a node; a plan for any other is refused. */
record SweepDesk(long firstChainId, SweepBatches batches, List<SweptChain> all)
        implements Sweeps, SmartLifecycle, DisposableBean {
    @Override
    public void plan(UUID batchId, @Nullable Long chainId, String by) {
        require(chainId == null ? firstChainId : chainId).planner().plan(batchId, by);
    }

    @Override
    public void approve(UUID batchId, String by, PersonalText reason) {
        batches.approve(batchId, by, reason);
    }

    @Override
    public void cancel(UUID batchId, String by, PersonalText reason) {
        batches.cancel(batchId, by, reason);
    }

    @Override
    public List<Taken> handBack(UUID batchId, List<Handed> handed, String by) {
        SweepHandBack desk = require(batches.chainOf(batchId)).handBack();
        return handed.stream().map(one -> desk.take(batchId, one, by)).toList();
    }

    Optional<SweptChain> of(long chainId) {
        return all.stream().filter(chain -> chain.chainId() == chainId).findFirst();
    }

    private SweptChain require(long chainId) {
        return of(chainId).orElseThrow(() -> new RuleViolated(SweepRule.NO_CHAIN_TO_SWEEP));
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
