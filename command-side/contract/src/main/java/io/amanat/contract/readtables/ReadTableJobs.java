package io.amanat.contract.readtables;

import java.util.UUID;

/**
 * Starts and ends jobs on the read tables. A job runs by itself, on whichever node takes it up, and survives a restart; how far it is
 * stands in the table {@code projection_jobs}. Refusals are {@link io.amanat.contract.RuleViolated} with a {@link ReadTablesRule}.
 */
public interface ReadTableJobs {
    /** Queues a job. */
    void request(JobRequest request);

    /** Ends an unfinished job as soon as it may be, which is soon but not at once, and removes what it filled. */
    void cancel(UUID id);

    /**
     * Removes what a finished job has left: the tables that were live before a rebuild, or those that show the past. Asked again, it
     * does nothing.
     */
    void discard(UUID id);
}
