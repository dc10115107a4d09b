package io.amanat.engine.job;

import io.amanat.engine.job.Certificate.Comparison;
import io.amanat.engine.job.Certificate.Versions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes certificates. */
final class Certifying {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Workshop workshop;
    private final Job job;

    Certifying(Workshop workshop, Job job) {
        this.workshop = workshop;
        this.job = job;
    }

    /**
     * As JSON.
     *
     * @param schema of which tables
     */
    String of(
            Connection connection,
            String schema,
            Progress progress,
            @Nullable Long heldMillis,
            @Nullable Comparison comparison)
            throws SQLException {
        Instant startedAt = time(connection, "select started_at from amanat.projection_jobs where id = ?", job.id());
        Instant finishedAt = time(connection, "select clock_timestamp()");
        long millis = Math.max(1, Duration.between(startedAt, finishedAt).toMillis());
        String headEvent = Sql.one(
                connection,
                "select event_identifier from amanat.domain_event_entry where global_index <= ? order by global_index"
                        + " desc limit 1",
                row -> row.getString(1),
                progress.position());
        return JSON.writeValueAsString(new Certificate(
                progress.position(),
                headEvent,
                progress.events(),
                progress.parked(),
                startedAt,
                finishedAt,
                progress.events() * 1000 / millis,
                progress.eventsPerSecond(),
                heldMillis,
                versions(connection, schema),
                comparison));
    }

    private Versions versions(Connection connection, String schema) throws SQLException {
        String tables = Sql.one(
                connection,
                "select version from " + schema + ".flyway_schema_history where success and version is not null"
                        + " order by installed_rank desc limit 1",
                row -> row.getString(1));
        return new Versions(ProjectionVersion.current(), String.valueOf(tables), workshop.applicationVersion());
    }

    private static Instant time(Connection connection, String sql, Object... values) throws SQLException {
        return Objects.requireNonNull(Sql.one(connection, sql, row -> row.getObject(1, OffsetDateTime.class), values))
                .toInstant();
    }
}
