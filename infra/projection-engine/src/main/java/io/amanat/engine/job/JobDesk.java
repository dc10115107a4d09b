package io.amanat.engine.job;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.readtables.JobKind;
import io.amanat.contract.readtables.JobRequest;
import io.amanat.contract.readtables.ReadTableJobs;
import io.amanat.contract.readtables.ReadTablesRule;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.UncategorizedSQLException;

/** Takes requests about jobs on the read tables. */
public final class JobDesk implements ReadTableJobs {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Workshop workshop;
    private final JobTable table;
    private final Runnable wake;

    /** @param runner told of new jobs; other nodes find them by themselves */
    public JobDesk(JobRunner runner) {
        this.workshop = runner.workshop();
        this.table = workshop.table();
        this.wake = runner::wake;
    }

    @Override
    public void request(JobRequest request) {
        run("ask for a job", () -> {
            if (table.find(request.id()) == null) {
                insert(request);
            }
            wake.run();
        });
    }

    @Override
    public void cancel(UUID id) {
        run("cancel a job", () -> {
            Job job = known(id);
            RuleViolated.unless(
                    !job.state().finished() && table.cancel(id),
                    ReadTablesRule.JOB_IS_FINISHED,
                    "This job is finished: it is " + job.state().wire() + ".");
            wake.run();
        });
    }

    @Override
    public void discard(UUID id) {
        run("discard a job", () -> {
            Job job = known(id);
            RuleViolated.unless(job.state().finished(), ReadTablesRule.JOB_IS_RUNNING);
            if (!job.discarded()) {
                FreshSchema.drop(workshop.owner(), job.oldSchema() == null ? job.schema() : job.oldSchema());
                table.discarded(id);
            }
        });
    }

    private void insert(JobRequest request) throws SQLException {
        long target = target(request);
        try {
            table.insert(request, Job.schemaName(prefix(request.kind()), request.id()), target);
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            UUID running = request.kind() == JobKind.REBUILD ? table.runningRebuild() : null;
            if (running != null && !running.equals(request.id())) {
                throw new RuleViolated(
                        ReadTablesRule.REBUILD_RUNNING, "One rebuild at a time: " + running + " is running.");
            }
        }
    }

    private long target(JobRequest request) throws SQLException {
        boolean point = (request.position() == null) != (request.at() == null);
        boolean none = request.position() == null && request.at() == null;
        RuleViolated.unless(
                request.kind() == JobKind.TIME_TRAVEL ? point : none,
                ReadTablesRule.ONLY_TIME_TRAVEL_HAS_A_POINT_IN_TIME);
        if (request.position() != null) {
            long head = workshop.log().head();
            RuleViolated.unless(
                    request.position() <= head,
                    ReadTablesRule.POSITION_BEYOND_HEAD,
                    "No event has this position yet; the last one is " + head + ".");
            return request.position();
        }
        if (request.at() != null) {
            long last = new LogTimes(workshop.owner()).lastNotAfter(request.at());
            RuleViolated.unless(last > 0, ReadTablesRule.INSTANT_BEFORE_FIRST_EVENT);
            return last;
        }
        return workshop.log().head();
    }

    private static String prefix(JobKind kind) {
        return switch (kind) {
            case REBUILD -> "rb";
            case AUDIT_REPLAY -> "ar";
            case TIME_TRAVEL -> "tt";
        };
    }

    private Job known(UUID id) throws SQLException {
        Job job = table.find(id);
        if (job == null) {
            throw new RuleViolated(ReadTablesRule.NO_SUCH_PROJECTION_JOB);
        }
        return job;
    }

    /** Something that asks the database. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private static void run(String what, Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new UncategorizedSQLException(what, null, e);
        }
    }
}
