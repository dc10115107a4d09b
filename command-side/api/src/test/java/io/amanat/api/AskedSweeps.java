package io.amanat.api;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.SweepRule;
import io.amanat.contract.custody.Sweeps;
import io.amanat.contract.identity.PersonalText;
import java.util.List;
import java.util.UUID;

/** Remembers who asked for what; takes every second transaction. */
public final class AskedSweeps implements Sweeps {
    private volatile UUID last;
    private volatile Long chain;
    private volatile String by;
    private volatile PersonalText reason;
    private volatile List<Handed> handed = List.of();

    @Override
    public void plan(UUID batchId, Long chainId, String by) {
        last = batchId;
        chain = chainId;
        this.by = by;
    }

    @Override
    public void approve(UUID batchId, String by, PersonalText reason) {
        RuleViolated.unless(!by.equals(this.by), SweepRule.A_BATCH_IS_APPROVED_BY_ANOTHER);
        last = batchId;
        this.by = by;
        this.reason = reason;
    }

    @Override
    public void cancel(UUID batchId, String by, PersonalText reason) {
        last = batchId;
        this.by = by;
        this.reason = reason;
    }

    @Override
    public List<Taken> handBack(UUID batchId, List<Handed> handed, String by) {
        last = batchId;
        this.by = by;
        this.handed = List.copyOf(handed);
        return handed.stream()
                .map(one -> handed.indexOf(one) % 2 == 0
                        ? new Taken(one.sweepId(), true, "0x" + "ab".repeat(32), null, null)
                        : new Taken(one.sweepId(), false, null, "nonce", "The field nonce is not as instructed."))
                .toList();
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

    public PersonalText reason() {
        return reason;
    }

    public List<Handed> handed() {
        return handed;
    }
}
