package io.amanat.chain.sweep;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.SweepRule;
import io.amanat.contract.identity.PersonalText;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about batches. Needs no node. */
final class SweepBatches {

    private final JdbcClient jdbc;
    private final TransactionTemplate atOnce;
    private final Clock clock;

    SweepBatches(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.atOnce = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The chain of a batch. */
    long chainOf(UUID batch) {
        return jdbc.sql("select chain_id from sweep_batches where id = ?")
                .param(batch)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RuleViolated(SweepRule.NO_SUCH_SWEEP_BATCH));
    }

    void approve(UUID batch, String by, PersonalText reason) {
        String planner = jdbc.sql("select planned_by from sweep_batches where id = ?")
                .param(batch)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RuleViolated(SweepRule.NO_SUCH_SWEEP_BATCH));
        RuleViolated.unless(!planner.equals(by), SweepRule.A_BATCH_IS_APPROVED_BY_ANOTHER);
        atOnce.executeWithoutResult(_ -> {
            int approved = jdbc.sql("""
                update sweep_batches set state = 'approved', approved_by = ?, approved_at = ?, approval_reason = ?
                where id = ? and state = 'planned'\
                """)
                    .params(by, Timestamp.from(clock.instant()), reason.token(), batch)
                    .update();
            RuleViolated.unless(
                    approved == 1 || is(batch, "approved", "approved_by", by),
                    SweepRule.ONLY_PLANNED_BATCHES_ARE_APPROVED);
            jdbc.sql("update sweep_transactions set state = 'approved' where batch_id = ? and state = 'planned'")
                    .param(batch)
                    .update();
        });
    }

    void cancel(UUID batch, String by, PersonalText reason) {
        chainOf(batch);
        atOnce.executeWithoutResult(_ -> {
            int given = jdbc.sql("""
                update sweep_transactions set state = 'cancelled', failure = 'cancelled', retry_at = null, trouble = null
                where batch_id = ? and state in ('planned', 'approved', 'priced', 'unsigned')\
                """).param(batch).update();
            if (given == 0 && is(batch, "cancelled", "cancelled_by", by)) {
                return;
            }
            RuleViolated.unless(given > 0, SweepRule.ONLY_UNSIGNED_SWEEPS_ARE_CANCELLED);
            jdbc.sql("""
                update sweep_batches set state = 'cancelled', cancelled_by = ?, cancelled_at = ?, cancellation_reason = ?
                where id = ?\
                """)
                    .params(by, Timestamp.from(clock.instant()), reason.token(), batch)
                    .update();
        });
    }

    /** Whether the same person has done it before, and asks again because the answer got lost. */
    private boolean is(UUID batch, String state, String column, String by) {
        return jdbc.sql("select exists (select from sweep_batches where id = ? and state = ? and " + column + " = ?)")
                .params(batch, state, by)
                .query(Boolean.class)
                .single();
    }
}
