package io.amanat.engine.job;

import io.amanat.engine.PlaceLost;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works on the jobs, one at a time, on a thread of its own. Several nodes share the jobs: each is worked on by whoever holds its lease,
 * and a job whose node is gone is taken up by the next that looks.
 */
public final class JobRunner implements SmartLifecycle, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Workshop workshop;
    private final JobTable table;
    private final String node;
    private final Semaphore news = new Semaphore(0);
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("read-table-jobs-heart").factory());
    private volatile boolean stopping;
    private volatile @Nullable JobControl current;
    private @Nullable Thread thread;
    private String problem = "";

    /** @param node a name that no other running process has */
    public JobRunner(Workshop workshop, String node) {
        this.workshop = workshop;
        this.table = workshop.table();
        this.node = node;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("read-table-jobs").start(this::loop);
    }

    Workshop workshop() {
        return workshop;
    }

    /** Looks at once. */
    public void wake() {
        news.release();
    }

    /** Leaves the job as it is, for whoever comes next. */
    @Override
    public synchronized void close() {
        stopping = true;
        JobControl running = current;
        if (running != null) {
            running.stop(JobStopped.Why.SHUTDOWN);
        }
        wake();
        heart.shutdownNow();
        if (thread != null) {
            try {
                thread.join(STOP_PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        close();
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && !stopping;
    }

    private void loop() {
        while (!stopping) {
            Duration pause = workshop.settings().poll();
            try {
                Job job = table.claim(node, workshop.settings());
                if (job != null) {
                    pause = work(job) ? Duration.ZERO : workshop.settings().retryPause();
                }
            } catch (SQLException | RuntimeException e) {
                LOG.warn("jobs on the read tables could not be looked for; trying again", e);
            }
            rest(pause);
        }
    }

    private void rest(Duration pause) {
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** False when it is to be tried again after a pause. */
    private boolean work(Job job) throws SQLException {
        LOG.info(
                "{} {} goes on from {} at position {}",
                job.kind().wire(),
                job.id(),
                job.state().wire(),
                job.position());
        JobControl control = new JobControl();
        current = control;
        long every = workshop.settings().heartbeat().toMillis();
        var beat = heart.scheduleWithFixedDelay(() -> beat(job.id(), control), 0, every, TimeUnit.MILLISECONDS);
        try {
            if (job.attempts() > workshop.settings().attemptsMax()) {
                throw new JobFailed("It was taken up " + workshop.settings().attemptsMax() + " times without getting on"
                        + (problem.isEmpty() ? "." : "; the last problem: " + problem));
            }
            if (stopping) {
                control.stop(JobStopped.Why.SHUTDOWN);
            }
            new JobRun(workshop, job, node, control).run();
            LOG.info("{} {} is done", job.kind().wire(), job.id());
            return true;
        } catch (JobFailed e) {
            return fail(job, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            stopping = true;
            table.release(job.id(), node);
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            return ended(job, control, e);
        } finally {
            beat.cancel(false);
            current = null;
        }
    }

    private boolean ended(Job job, JobControl control, Throwable thrown) throws SQLException {
        JobStopped.Why why = thrown instanceof JobStopped stopped
                ? stopped.why()
                : thrown instanceof PlaceLost ? JobStopped.Why.LOST : control.why();
        if (why == null) {
            LOG.warn("{} {} was interrupted; it will go on", job.kind().wire(), job.id(), thrown);
            problem = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
            table.release(job.id(), node);
            return false;
        }
        switch (why) {
            case CANCELLED -> {
                FreshSchema.drop(workshop.owner(), job.schema());
                table.cancelled(job.id(), node);
                LOG.info("{} {} is cancelled", job.kind().wire(), job.id());
            }
            case LOST -> LOG.warn("{} {} is another node's now", job.kind().wire(), job.id());
            case SHUTDOWN -> table.release(job.id(), node);
        }
        return true;
    }

    private boolean fail(Job job, String sentence) throws SQLException {
        LOG.error("{} {} has failed: {}", job.kind().wire(), job.id(), sentence);
        FreshSchema.drop(workshop.owner(), job.schema());
        table.failed(job.id(), node, sentence);
        return true;
    }

    private void beat(UUID job, JobControl control) {
        try {
            Boolean cancelled = table.renew(job, node, workshop.settings());
            if (cancelled == null) {
                control.stop(JobStopped.Why.LOST);
            } else if (cancelled) {
                control.stop(JobStopped.Why.CANCELLED);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debug("a lease could not be renewed; trying again", e);
        }
    }
}
