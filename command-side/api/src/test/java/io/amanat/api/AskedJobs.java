package io.amanat.api;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.readtables.JobRequest;
import io.amanat.contract.readtables.ReadTableJobs;
import io.amanat.contract.readtables.ReadTablesRule;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was asked; knows the jobs that were. */
public final class AskedJobs implements ReadTableJobs {
    private final List<JobRequest> asked = new CopyOnWriteArrayList<>();

    public JobRequest last() {
        return asked.getLast();
    }

    @Override
    public void request(JobRequest request) {
        asked.add(request);
    }

    @Override
    public void cancel(UUID id) {
        known(id);
    }

    @Override
    public void discard(UUID id) {
        known(id);
        throw new RuleViolated(ReadTablesRule.JOB_IS_RUNNING);
    }

    private void known(UUID id) {
        RuleViolated.unless(
                asked.stream().anyMatch(request -> request.id().equals(id)), ReadTablesRule.NO_SUCH_PROJECTION_JOB);
    }
}
