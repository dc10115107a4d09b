package io.amanat.query.readtables;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.readtables.ReadTablesRule;
import io.amanat.query.web.Cursors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table of jobs. */
@Component
class JobRows {
    private static final long PERCENT = 100;
    private static final String SELECT = "select * from projection_jobs ";

    private final JdbcClient jdbc;

    JobRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<JobView> list(Cursors.@Nullable Seen after, int limit) {
        if (after == null) {
            return jdbc.sql(SELECT + "order by created_at desc, id desc limit :limit")
                    .param("limit", limit)
                    .query((row, _) -> view(row))
                    .list();
        }
        return jdbc.sql(SELECT + "where (created_at, id) < (:at::timestamptz, :id::uuid)"
                        + " order by created_at desc, id desc limit :limit")
                .param("at", after.createdAt().toString())
                .param("id", after.id().toString())
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    JobView one(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional()
                .orElseThrow(() -> new RuleViolated(ReadTablesRule.NO_SUCH_PROJECTION_JOB));
    }

    /** The schema whose tables a job shows; absent when it shows none. */
    @Nullable
    String shown(UUID id) {
        one(id);
        return jdbc.sql("select schema_name from projection_jobs where id = :id and state = 'done'"
                        + " and discarded_at is null and kind in ('time_travel', 'audit_replay')")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static JobView view(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        long target = row.getLong("target_position");
        boolean finished = row.getObject("finished_at") != null;
        Long speed = row.getObject("events_per_second", Long.class);
        return new JobView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("state"),
                position,
                target,
                time(row, "target_instant"),
                target == 0 ? 0 : (int) Math.min(PERCENT, position * PERCENT / target),
                row.getLong("events"),
                row.getLong("parked"),
                speed,
                finished || speed == null || speed == 0 ? null : Math.max(0, target - position) / speed,
                row.getString("requested_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getString("failure"),
                row.getObject("discarded_at") != null,
                row.getString("certificate"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
