package io.amanat.benchmark;

import io.amanat.benchmark.app.AppProcess;
import io.amanat.benchmark.app.GrownPlatform;
import io.amanat.benchmark.app.HttpQueries;
import io.amanat.benchmark.measure.Rounds;
import io.amanat.benchmark.postgres.Pgbench;
import io.amanat.benchmark.report.Results;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.report.Unit;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole platform as a process of its own: what a start costs, and a query. */
record Starts(GrownPlatform database, Path folder, Pgbench pgbench, Rounds rounds, Consumer<String> progress) {

    private static final Row SECONDS =
            Row.of(Ids.START, "start of the platform, without PostgreSQL and chain", Unit.SECONDS);
    private static final Row AFTER_START = Row.of(Ids.MEMORY, "resident memory after the start", Unit.MEBIBYTES);
    private static final Row AFTER_QUERIES =
            Row.of(Ids.MEMORY_BUSY, "resident memory after the queries", Unit.MEBIBYTES);

    void run(Results results) {
        // the first one makes the demo accounts, and reads its classes from the disk
        start().close();
        for (int round = 1; round < rounds.count(); round++) {
            try (AppProcess app = start()) {
                note(app, results);
            }
        }
        try (AppProcess app = start()) {
            note(app, results);
            query(app, results);
            results.add(AFTER_QUERIES, app.residentMebibytes());
        }
    }

    /** Without the figures of the start. */
    void queries(Results results) {
        try (AppProcess app = start()) {
            query(app, results);
        }
    }

    private void query(AppProcess app, Results results) {
        try (HttpQueries queries = new HttpQueries(app, pgbench, database.name(), this::buyerOf)) {
            rounds.run(queries.measurements(), results, progress);
        }
    }

    private AppProcess start() {
        progress.accept("starting the platform as a process");
        return AppProcess.start(database.access(), folder);
    }

    private static void note(AppProcess app, Results results) {
        results.add(SECONDS, app.startSeconds());
        results.add(AFTER_START, app.residentMebibytes());
    }

    private String buyerOf(UUID request) {
        return JdbcClient.create(database.watchers())
                .sql("select buyer_id::text from purchase_requests where id = :id")
                .param("id", request)
                .query(String.class)
                .single();
    }
}
