package io.amanat.engine.job;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Counts what a run does, and says it in the table of jobs, at most once in a while. */
final class Meter {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JobTable table;
    private final UUID id;
    private final String node;
    private final long beganNanos = System.nanoTime();
    private long saidNanos = beganNanos - PAUSE.toNanos();
    private long position;
    private long target;
    private long eventsBefore;
    private long parked;
    private long events;
    private long busyNanos;
    private boolean quiet;

    Meter(JobTable table, Job job, String node) {
        this.table = table;
        this.id = job.id();
        this.node = node;
        this.position = job.position();
        this.target = job.target();
    }

    /** What the schema holds at the start of the run. */
    void resume(long at, long eventsUpTo, long parkedUpTo) {
        position = at;
        eventsBefore = eventsUpTo;
        parked = parkedUpTo;
        events = 0;
        busyNanos = 0;
    }

    void aim(long at) {
        target = Math.max(target, at);
    }

    void took(int more, int aside) {
        events += more;
        parked += aside;
    }

    void reached(long at) throws SQLException {
        position = Math.max(position, at);
        if (!quiet && System.nanoTime() - saidNanos >= PAUSE.toNanos()) {
            say();
        }
    }

    void say() throws SQLException {
        saidNanos = System.nanoTime();
        table.progress(id, node, now());
    }

    /** Says nothing from now on: somebody holds the job's row. */
    void quiet(boolean now) {
        quiet = now;
    }

    /** Ends the part whose speed is told as events per second; what follows counts no time. */
    void filled() {
        busyNanos = System.nanoTime() - beganNanos;
    }

    Progress now() {
        return new Progress(position, target, eventsBefore + events, parked, eventsPerSecond());
    }

    long millis() {
        return Duration.ofNanos(System.nanoTime() - beganNanos).toMillis();
    }

    /** Of this run, from its beginning to now or to {@link #filled}. */
    long eventsPerSecond() {
        long nanos = busyNanos == 0 ? System.nanoTime() - beganNanos : busyNanos;
        return nanos == 0 ? 0 : Math.round(events * 1e9 / nanos);
    }
}
