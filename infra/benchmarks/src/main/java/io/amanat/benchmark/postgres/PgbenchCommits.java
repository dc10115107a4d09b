package io.amanat.benchmark.postgres;

import io.amanat.benchmark.measure.Measurement;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.report.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The limit: events of 550 bytes into a plain table like an event log, one insert statement and one commit for each {@code events} of
 * them. The table has a key, a unique pair of aggregate and sequence, and nothing else.
 */
public final class PgbenchCommits implements Measurement {

    /** Of one event, with all that an event log stores beside its place in the log. */
    public static final int EVENT_BYTES = 550;

    /** Without the aggregate's name and the sequence, which stand beside it. */
    private static final int BODY_BYTES = EVENT_BYTES - 27;

    private static final String DATABASE = "pgbench_log";

    private final Pgbench pgbench;
    private final int events;
    private final int clients;
    private final Row row;

    public PgbenchCommits(Pgbench pgbench, int events, int clients) {
        this.pgbench = pgbench;
        this.events = events;
        this.clients = clients;
        this.row = Row.of(
                id(events, clients),
                "pgbench, %d event%s a commit, %d client%s"
                        .formatted(events, events == 1 ? "" : "s", clients, clients == 1 ? "" : "s"),
                Unit.EVENTS_PER_SECOND);
    }

    public static String id(int events, int clients) {
        return "pgbench-" + events + "x" + clients;
    }

    /** Makes the table, once a run. */
    public static void prepare(BenchmarkServer server) {
        JdbcClient.create(server.freshSchema(DATABASE)).sql("""
            create table events (
                position  bigint generated always as identity primary key,
                aggregate text   not null,
                sequence  bigint not null,
                body      text   not null,
                unique (aggregate, sequence)
            )\
            """).update();
    }

    @Override
    public String name() {
        return row.title();
    }

    @Override
    public void warmUp(Duration atLeast) {
        round(Pgbench.warmUp(atLeast));
    }

    @Override
    public Map<Row, Double> round(Duration length) {
        String insert = events == 1
                ? "insert into pgbench_log.events (aggregate, sequence, body) values (:aggregate, 0, :body);"
                : "insert into pgbench_log.events (aggregate, sequence, body)"
                        + " select :aggregate, n, :body from generate_series(1, " + events + ") n;";
        double commits = pgbench.perSecond(
                DATABASE,
                List.of("\\set aggregate random(1000000000000000000, 9000000000000000000)\n" + insert + "\n"),
                Map.of("body", "e".repeat(BODY_BYTES)),
                clients,
                length);
        return Map.of(row, commits * events);
    }
}
