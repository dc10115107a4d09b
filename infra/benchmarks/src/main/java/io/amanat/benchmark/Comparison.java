package io.amanat.benchmark;

import io.amanat.benchmark.measure.Rounds;
import io.amanat.benchmark.postgres.BenchmarkServer;
import io.amanat.benchmark.report.Machine;
import io.amanat.benchmark.report.Report;
import io.amanat.benchmark.report.Results;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Every row of the table, each beside what it is compared with. */
record Comparison(Plan plan, Consumer<String> progress) {

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
        report.writeJson(json);
        out.println();
        out.println(report.table());
        out.println("JSON: " + json);
    }
}
