package io.amanat.benchmark;

import io.amanat.benchmark.app.GrownPlatform;
import io.amanat.benchmark.app.LivePlatform;
import io.amanat.benchmark.measure.Rounds;
import io.amanat.benchmark.postgres.BenchmarkServer;
import io.amanat.benchmark.postgres.Pgbench;
import io.amanat.benchmark.report.JsonFile;
import io.amanat.benchmark.report.Machine;
import io.amanat.benchmark.report.Report;
import io.amanat.benchmark.report.Results;
import io.amanat.benchmark.trade.Workloads;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Every row of the table, each beside what it is compared with. */
record Comparison(Plan plan, Consumer<String> progress) {

    private static final int PEOPLE = 3_001;
    private static final long FIRST_NEW_TRADE = 1_000_000_000L;

    void run(PrintStream out) {
        Instant startedAt = Instant.now();
        Results results = new Results();
        String server;
        Rounds rounds = plan.rounds();
        progress.accept("starting PostgreSQL in " + plan.folder());
        try (BenchmarkServer postgres = BenchmarkServer.start(plan.folder())) {
            server = postgres.words();
            try (WriteSide writes = new WriteSide(postgres)) {
                rounds.run(writes.measurements(), results, progress);
            }
            readers(postgres, rounds, results);
        }
        Report report = new Report(
                "Amanat beside PostgreSQL and stock Axon",
                startedAt,
                Machine.here(),
                !plan.quick(),
                List.of(server),
                results,
                Goals.ofTheComparison());
        Path json = plan.folder().resolve("comparison.json");
        JsonFile.write(json, report.json());
        out.println();
        out.println(report.table());
        out.println("JSON: " + json);
    }

    private void readers(BenchmarkServer postgres, Rounds rounds, Results results) {
        long events = plan.quick() ? 10_000 : 200_000;
        try (GrownPlatform database = new GrownPlatform(postgres, "readers", PEOPLE)) {
            progress.accept("making a log of " + events + " events");
            database.growTo(events);
            try (LivePlatform platform =
                    LivePlatform.start(database.access(), plan.folder().resolve("platform"))) {
                Workloads workloads = new Workloads(FIRST_NEW_TRADE, PEOPLE, InstantSource.system());
                Readers readers = new Readers(database, workloads, rounds, progress);
                // the first one warms up and fills the tables; it counts for nothing
                readers.rebuildAndReplay(platform, 1, new Results());
                readers.rebuildAndReplay(platform, rounds.count(), results);
                readers.calm(platform, results);
                readers.busy(platform, results);
            }
            new Starts(database, plan.folder(), new Pgbench(postgres), rounds, progress).run(results);
        }
    }
}
