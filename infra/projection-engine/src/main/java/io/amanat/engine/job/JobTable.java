package io.amanat.engine.job;

import io.amanat.contract.readtables.JobRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table of jobs. Every statement is a transaction of its own; times are the database's. */
final class JobTable {
    private static final String UNFINISHED = "state not in ('done', 'failed', 'cancelled')";

    private static final String FINISHED = "state = '%s', finished_at = now(), node = null, lease_until = null";

    private final DataSource source;

    JobTable(DataSource source) {
        this.source = source;
    }

    /** @throws SQLException with state 23505 when the id is taken, or for a rebuild when one is running */
    void insert(JobRequest request, String schema, long target) throws SQLException {
        OffsetDateTime at = request.at() == null ? null : request.at().atOffset(ZoneOffset.UTC);
        try (Connection connection = source.getConnection()) {
            Sql.update(
                    connection,
                    "insert into amanat.projection_jobs (id, kind, state, schema_name, target_position, target_instant,"
                            + " requested_by) values (?, ?, 'queued', ?, ?, ?, ?)",
                    request.id(),
                    request.kind().wire(),
                    schema,
                    target,
                    at,
                    request.requestedBy());
        }
    }

    @Nullable
    Job find(UUID id) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String sql = "select " + Job.COLUMNS + " from amanat.projection_jobs where id = ?";
            return Sql.one(connection, sql, Job::of, id);
        }
    }

    /** The id of the rebuild that is not finished. */
    @Nullable
    UUID runningRebuild() throws SQLException {
        try (Connection connection = source.getConnection()) {
            String sql = "select id from amanat.projection_jobs where kind = 'rebuild' and " + UNFINISHED;
            return Sql.one(connection, sql, row -> row.getObject(1, UUID.class));
        }
    }

    /** Takes the oldest job that nobody works on. */
    @Nullable
    Job claim(String node, JobSettings settings) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String sql =
                    "update amanat.projection_jobs set node = ?, lease_until = now() + ? * interval '1 millisecond',"
                            + " attempts = attempts + 1, started_at = coalesce(started_at, now())"
                            + " where id = (select id from amanat.projection_jobs where " + UNFINISHED
                            + " and (lease_until is null or lease_until < now()) order by created_at, id"
                            + " for update skip locked limit 1) returning " + Job.COLUMNS;
            return Sql.one(connection, sql, Job::of, node, settings.lease().toMillis());
        }
    }

    /** Whether somebody wants the job cancelled; absent when it is not the node's any more. */
    @Nullable
    Boolean renew(UUID id, String node, JobSettings settings) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String sql = "update amanat.projection_jobs set lease_until = now() + ? * interval '1 millisecond'"
                    + " where id = ? and node = ? and " + UNFINISHED + " returning cancel_requested";
            return Sql.one(
                    connection, sql, row -> row.getBoolean(1), settings.lease().toMillis(), id, node);
        }
    }

    /** Gives the job back unfinished, for whoever comes next. */
    void release(UUID id, String node) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String sql = "update amanat.projection_jobs set node = null, lease_until = null where id = ? and node = ?";
            Sql.update(connection, sql, id, node);
        }
    }

    void enter(UUID id, String node, JobState state) throws SQLException {
        mine(id, node, "state = ?", state.wire());
    }

    void progress(UUID id, String node, Progress progress) throws SQLException {
        mine(
                id,
                node,
                "attempts = case when ? > position then 0 else attempts end, position = ?, target_position = ?, events"
                        + " = ?, parked = ?, events_per_second = ?",
                progress.position(),
                progress.position(),
                progress.target(),
                progress.events(),
                progress.parked(),
                progress.eventsPerSecond());
    }

    /** @param certificate JSON, absent when there is none */
    void done(UUID id, String node, @Nullable String certificate) throws SQLException {
        mine(id, node, FINISHED.formatted("done") + ", certificate = ?::jsonb", certificate);
    }

    void failed(UUID id, String node, String sentence) throws SQLException {
        mine(id, node, FINISHED.formatted("failed") + ", failure = ?", sentence);
    }

    void cancelled(UUID id, String node) throws SQLException {
        mine(id, node, FINISHED.formatted("cancelled"));
    }

    /** Cancels at once a job that nobody has begun; otherwise tells whoever works on it. False when it is finished. */
    boolean cancel(UUID id) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String sql = "update amanat.projection_jobs set cancel_requested = true,"
                    + " finished_at = case when state = 'queued' and node is null then now() end,"
                    + " state = case when state = 'queued' and node is null then 'cancelled' else state end"
                    + " where id = ? and " + UNFINISHED;
            return Sql.update(connection, sql, id) == 1;
        }
    }

    void discarded(UUID id) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String sql = "update amanat.projection_jobs set discarded_at = coalesce(discarded_at, now()) where id = ?";
            Sql.update(connection, sql, id);
        }
    }

    private void mine(UUID id, String node, String assignments, @Nullable Object... values) throws SQLException {
        @Nullable Object[] all = new Object[values.length + 2];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = id;
        all[values.length + 1] = node;
        try (Connection connection = source.getConnection()) {
            String sql =
                    "update amanat.projection_jobs set " + assignments + " where id = ? and node = ? and " + UNFINISHED;
            if (Sql.update(connection, sql, all) != 1) {
                throw new JobStopped(JobStopped.Why.LOST);
            }
        }
    }
}
