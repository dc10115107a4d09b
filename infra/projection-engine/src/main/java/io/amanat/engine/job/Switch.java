package io.amanat.engine.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a filled schema in the place of the live one, in one transaction. It holds the live segments' rows, so that no projection is in
 * the middle of its work, fills what is missing up to where the live tables are, and exchanges the names. Readers are not blocked at
 * all; a statement that runs at this moment ends on the old tables. A projection that waited finds its segment gone and starts again, on
 * the new tables.
 */
final class Switch {
    private static final Logger LOG = LoggerFactory.getLogger(Switch.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** What came of a try. */
    enum Outcome {
        DONE,
        /** The live projections did not pause in time. */
        BUSY,
        /** More events are missing than may be filled while everybody waits. */
        BEHIND
    }

    private final Workshop workshop;
    private final FreshSchema fresh;
    private final String old;
    private final UUID job;
    private final String node;

    Switch(Workshop workshop, FreshSchema fresh, String old, UUID job, String node) {
        this.workshop = workshop;
        this.fresh = fresh;
        this.old = old;
        this.job = job;
        this.node = node;
    }

    /**
     * @param filling of the fresh schema, which works on {@code filler} and commits there: nobody sees it yet
     * @param certificates makes the job's certificate when the switch is about to be committed
     */
    Outcome attempt(Connection connection, Connection filler, Filling filling, Certificates certificates)
            throws SQLException, InterruptedException {
        try {
            Sql.run(
                    connection,
                    "set local lock_timeout = '"
                            + workshop.settings().switchLockWait().toMillis() + "ms'");
            stillMine(connection);
            String live = workshop.liveSchema();
            long beganNanos = System.nanoTime();
            List<Long> liveAt = FreshSchema.positions(connection, live, "for update");
            long target = liveAt.stream().mapToLong(Long::longValue).max().orElse(0);
            long at = FreshSchema.positions(filler, fresh.name(), "").getFirst();
            filler.commit();
            if (target - at > workshop.settings().switchEventsMax()) {
                connection.rollback();
                return Outcome.BEHIND;
            }
            if (at < target) {
                filling.to(filler, target);
            }
            exchange(connection, Math.max(at, target));
            finish(connection, certificates.rebuilt(Math.max(at, target), beganNanos));
            connection.commit();
            LOG.info(
                    "the read tables are rebuilt up to position {}; the live projections waited {} ms",
                    Math.max(at, target),
                    (System.nanoTime() - beganNanos) / 1_000_000);
            return Outcome.DONE;
        } catch (SQLException e) {
            connection.rollback();
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return Outcome.BUSY;
            }
            throw e;
        } catch (RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Makes the certificate of a rebuild. */
    @FunctionalInterface
    interface Certificates {
        /** As JSON; {@code heldNanos} is {@link System#nanoTime()} of when the live projections began to wait. */
        String rebuilt(long position, long heldNanos) throws SQLException;
    }

    private void exchange(Connection connection, long position) throws SQLException {
        String live = workshop.liveSchema();
        fresh.segments(connection, workshop.segments(), position);
        Sql.run(connection, "drop table " + fresh.notes());
        Sql.run(
                connection,
                "insert into " + fresh.name() + ".projection_nodes select * from " + live + ".projection_nodes");
        // whoever waits for one of these rows finds it gone, and looks anew for what the name now means
        Sql.run(connection, "delete from " + live + ".projection_segments");
        Sql.run(connection, "alter schema " + live + " rename to " + old);
        Sql.run(connection, "alter schema " + fresh.name() + " rename to " + live);
    }

    private void stillMine(Connection connection) throws SQLException {
        String sql =
                "select cancel_requested from amanat.projection_jobs where id = ? and node = ? and state = 'switching'"
                        + " for update";
        Boolean cancelled = Sql.one(connection, sql, row -> row.getBoolean(1), job, node);
        if (cancelled == null) {
            throw new JobStopped(JobStopped.Why.LOST);
        }
        if (cancelled) {
            throw new JobStopped(JobStopped.Why.CANCELLED);
        }
    }

    private void finish(Connection connection, String certificate) throws SQLException {
        String sql = "update amanat.projection_jobs set state = 'done', finished_at = now(), node = null, lease_until ="
                + " null, old_schema_name = ?, certificate = ?::jsonb where id = ?";
        Sql.update(connection, sql, old, certificate, job);
    }
}
