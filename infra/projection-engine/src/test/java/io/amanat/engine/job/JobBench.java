package io.amanat.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.contract.readtables.JobKind;
import io.amanat.contract.readtables.JobRequest;
import io.amanat.projection.Projections;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node that works on jobs, and what one asks about them. */
final class JobBench implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    final Workshop workshop;
    final JobRunner runner;
    final JobDesk desk;
    private final DataSource owner;
    private final Duration patience;

    JobBench(DataSource owner, DataSource app, TestLog log, JobSettings settings, String node) {
        this(owner, app, log, settings, node, Duration.ofSeconds(60));
    }

    JobBench(DataSource owner, DataSource app, TestLog log, JobSettings settings, String node, Duration patience) {
        this.owner = owner;
        this.patience = patience;
        workshop = new Workshop(
                owner,
                app,
                "amanat_read",
                2,
                log,
                TestLog.decoder(),
                new Projections(),
                schema -> new RowWriter(schema, Writing.FRESH)::write,
                settings,
                "test");
        runner = new JobRunner(workshop, node);
        desk = new JobDesk(runner);
    }

    /** Small windows, so that a job has many of them, and no patience. */
    static JobSettings settings() {
        return new JobSettings(
                Duration.ofMillis(50),
                Duration.ofSeconds(2),
                Duration.ofMillis(50),
                200,
                2,
                2,
                5,
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                50,
                500,
                64,
                16,
                5);
    }

    JobBench start() {
        runner.start();
        return this;
    }

    UUID ask(JobKind kind) {
        return ask(kind, null, null);
    }

    UUID ask(JobKind kind, Long position, Instant at) {
        UUID id = UUID.randomUUID();
        desk.request(new JobRequest(id, kind, position, at, "user:test"));
        return id;
    }

    /** Waits until it is done and gives its certificate. */
    JsonNode done(UUID id) {
        await().atMost(patience).until(() -> job(id).state().finished());
        assertThat(job(id).state()).as(String.valueOf(failure(id))).isEqualTo(JobState.DONE);
        return JSON.readTree(text("select certificate::text from amanat.projection_jobs where id = ?", id));
    }

    Job job(UUID id) {
        try {
            return workshop.table().find(id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String failure(UUID id) {
        return text("select failure from amanat.projection_jobs where id = ?", id);
    }

    String text(String sql, Object... values) {
        try (Connection connection = owner.getConnection()) {
            return Sql.one(connection, sql, row -> row.getString(1), values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every row of every table that is filled from events, as text in some order. */
    Map<String, List<String>> everything(String schema) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = owner.getConnection()) {
            for (String table : ComparedTable.of(connection, schema).keySet()) {
                if (!table.equals("dead_letters")) {
                    String sql = "select to_jsonb(t)::text from " + schema + "." + table + " t order by 1";
                    rows.put(table, Sql.all(connection, sql, row -> row.getString(1)));
                }
            }
        }
        return rows;
    }

    /** At most a few rows that stand on one side only. */
    static List<String> differences(Map<String, List<String>> some, Map<String, List<String>> others) {
        assertThat(some.keySet()).isEqualTo(others.keySet());
        List<String> found = new java.util.ArrayList<>();
        some.forEach((table, rows) -> {
            var here = new java.util.LinkedHashSet<>(rows);
            var there = new java.util.LinkedHashSet<>(others.get(table));
            rows.stream().filter(row -> !there.contains(row)).limit(2).forEach(row -> found.add(table + " - " + row));
            others.get(table).stream()
                    .filter(row -> !here.contains(row))
                    .limit(2)
                    .forEach(row -> found.add(table + " + " + row));
        });
        return found;
    }

    boolean there(String schema) {
        return text("select nspname from pg_namespace where nspname = ?", schema) != null;
    }

    @Override
    public void close() {
        runner.close();
    }
}
