package io.amanat.benchmark.app;

import io.amanat.benchmark.measure.Measurement;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.report.Unit;
import io.amanat.contract.readtables.JobKind;
import io.amanat.contract.readtables.JobRequest;
import io.amanat.contract.readtables.ReadTableJobs;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rebuilds and audit replays of the whole log on a running platform, timed from the moment a job is taken up to its end: making the
 * schema, filling it, its indexes, and the switch or the comparison are in the figure.
 */
public final class ReadTableRuns {

    /** The ids of the rows that goals name. */
    public static final String REBUILD = "rebuild";

    public static final String REPLAY = "audit-replay";

    private static final Row REBUILT =
            Row.of(REBUILD, "rebuild of all tables, from start to switch", Unit.EVENTS_PER_SECOND);
    private static final Row FILLED = Row.of("rebuild-filling", "  of that, filling alone", Unit.EVENTS_PER_SECOND);
    private static final Row HELD =
            Row.of("rebuild-held", "  live projections paused for the switch", Unit.MILLISECONDS);
    private static final Row LONGEST_READ =
            Row.of("rebuild-longest-read", "  longest read of the live tables meanwhile", Unit.MILLISECONDS);
    private static final Row REPLAYED =
            Row.of(REPLAY, "audit replay, filled, compared and certified", Unit.EVENTS_PER_SECOND);

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final LivePlatform platform;
    private final JdbcClient jdbc;

    /** {@code jdbc} sees the platform's database as the app does. */
    public ReadTableRuns(LivePlatform platform, JdbcClient jdbc) {
        this.platform = platform;
        this.jdbc = jdbc;
    }

    private record Done(double eventsPerSecond, double filledPerSecond, double heldMillis, boolean clean) {}

    public Measurement rebuild() {
        return once("rebuild", length -> {
            try (SteadyReader reader = SteadyReader.start(jdbc)) {
                Done done = run(JobKind.REBUILD);
                Map<Row, Double> figures = new LinkedHashMap<>();
                figures.put(REBUILT, done.eventsPerSecond());
                figures.put(FILLED, done.filledPerSecond());
                figures.put(HELD, done.heldMillis());
                figures.put(LONGEST_READ, reader.longestMillis());
                return figures;
            }
        });
    }

    /** Fails when the live tables are not what the log says. */
    public Measurement replay() {
        return once("audit replay", length -> {
            Done done = run(JobKind.AUDIT_REPLAY);
            if (!done.clean()) {
                throw new IllegalStateException("the live tables differ from a replay of the log");
            }
            return Map.of(REPLAYED, done.eventsPerSecond());
        });
    }

    /** Returns when the job is over and what it left has been thrown away. */
    private Done run(JobKind kind) {
        ReadTableJobs jobs = platform.part(ReadTableJobs.class);
        UUID id = UUID.randomUUID();
        jobs.request(new JobRequest(id, kind, null, null, "system:benchmark"));
        LivePlatform.await(() -> finished(id), PATIENCE, kind.wire() + " did not end");
        Done done = jdbc.sql("""
            select state, failure, (certificate ->> 'events')::bigint as events,
                   extract(epoch from finished_at - started_at)::float8 as seconds,
                   coalesce((certificate ->> 'filledPerSecond')::float8, 0) as filled,
                   coalesce((certificate ->> 'heldMillis')::float8, 0) as held,
                   coalesce((certificate -> 'comparison' ->> 'clean')::boolean, false) as clean
            from projection_jobs where id = :id\
            """)
                .param("id", id)
                .query((row, _) -> {
                    if (!"done".equals(row.getString("state"))) {
                        throw new IllegalStateException(
                                kind.wire() + " ended as " + row.getString("state") + ": " + row.getString("failure"));
                    }
                    return new Done(
                            row.getLong("events") / row.getDouble("seconds"),
                            row.getDouble("filled"),
                            row.getDouble("held"),
                            row.getBoolean("clean"));
                })
                .single();
        jobs.discard(id);
        return done;
    }

    private boolean finished(UUID id) {
        return jdbc.sql("select finished_at is not null from projection_jobs where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private interface Run {
        Map<Row, Double> over(Duration length);
    }

    private static Measurement once(String name, Run run) {
        return new Measurement() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Map<Row, Double> round(Duration length) {
                return run.over(length);
            }
        };
    }
}
