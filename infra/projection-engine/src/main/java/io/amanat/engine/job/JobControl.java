package io.amanat.engine.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a job from outside, also in the middle of a long statement. */
final class JobControl {
    private static final Logger LOG = LoggerFactory.getLogger(JobControl.class);

    private final AtomicReference<JobStopped.@Nullable Why> stop = new AtomicReference<>();
    private final Set<Connection> working = ConcurrentHashMap.newKeySet();

    /** The statements of this connection are ended when the job is stopped. */
    Connection watch(Connection connection) {
        working.add(connection);
        return connection;
    }

    void forget(Connection connection) {
        working.remove(connection);
    }

    void stop(JobStopped.Why why) {
        if (stop.compareAndSet(null, why)) {
            synchronized (stop) {
                stop.notifyAll();
            }
            working.forEach(JobControl::interrupt);
        }
    }

    /** Absent when it is not stopped. */
    JobStopped.@Nullable Why why() {
        return stop.get();
    }

    /** Waits, but not when the job is stopped. */
    void pause(Duration pause) throws InterruptedException {
        long endNanos = System.nanoTime() + pause.toNanos();
        synchronized (stop) {
            for (long left = pause.toMillis();
                    stop.get() == null && left > 0;
                    left = (endNanos - System.nanoTime()) / 1_000_000) {
                stop.wait(left);
            }
        }
        check();
    }

    /** Throws {@link JobStopped} when the job is stopped. */
    void check() {
        JobStopped.Why why = stop.get();
        if (why != null) {
            throw new JobStopped(why);
        }
    }

    private static void interrupt(Connection connection) {
        try {
            connection.unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            LOG.debug("a statement could not be ended; its job ends after it", e);
        }
    }
}
