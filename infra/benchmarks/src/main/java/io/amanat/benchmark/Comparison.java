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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every row of the table, each beside what it is compared with. */
record Comparison(Plan plan, Consumer<String> progress) {

    private static final int PEOPLE = 3_001;
    private static final long EVENTS = 200_000;
    private static final long SMOKE_EVENTS = 10_000;
    private static final long FIRST_NEW_TRADE = 1_000_000_000L;

    /** Returns whether everything was measured. */
    boolean run(PrintStream out) {
        Instant startedAt = Instant.now();
        Results results = new Results();
        Parts parts = new Parts(progress);
        List<String> notes = new ArrayList<>();
        plan.clean();
        progress.accept("starting PostgreSQL in " + plan.folder());
        try (BenchmarkServer postgres = BenchmarkServer.start(plan.folder())) {
            notes.add(postgres.words());
            if (plan.includes("commands")) {
                parts.run("commands", () -> commands(postgres, notes, results));
            }
            if (plan.includes("readers")) {
                parts.run("readers", () -> readers(postgres, parts, results));
            }
        }
        notes.addAll(parts.failures());
        Report report = new Report(
                "Amanat beside PostgreSQL and stock Axon",
                startedAt,
                Machine.here(),
                !plan.quick(),
                notes,
                results,
                Goals.ofTheComparison());
        Path json = plan.folder().resolve("comparison.json");
        JsonFile.write(json, report.json());
        out.println();
        out.println(report.table());
        out.println("JSON: " + json);
        return parts.failures().isEmpty();
    }

    private void commands(BenchmarkServer postgres, List<String> notes, Results results) {
        try (WriteSide writes = new WriteSide(postgres)) {
            notes.add(writes.note());
            plan.rounds().run(writes.measurements(), results, progress);
        }
    }

    private void readers(BenchmarkServer postgres, Parts parts, Results results) {
        Rounds rounds = plan.rounds();
        long events = plan.quick() ? SMOKE_EVENTS : EVENTS;
        try (GrownPlatform database = new GrownPlatform(postgres, "readers", PEOPLE)) {
            progress.accept("making a log of %,d events".formatted(events));
            database.growTo(events);
            try (LivePlatform platform = LivePlatform.start(database.access(), plan.platformFolder())) {
                Workloads workloads = new Workloads(FIRST_NEW_TRADE, PEOPLE, InstantSource.system());
                Readers readers = new Readers(database, workloads, rounds, progress);
                parts.run("rebuild and replay", () -> {
                    // the first one warms up and fills the tables; it counts for nothing
                    readers.rebuildAndReplay(platform, 1, new Results());
                    readers.rebuildAndReplay(platform, rounds.count(), results);
                });
                parts.run("row latency", () -> readers.calm(platform, results));
                parts.run("row latency under load", () -> readers.busy(platform, results));
            }
            Starts starts = new Starts(database, plan.processFolder(), new Pgbench(postgres), rounds, progress);
            parts.run("starts and queries", () -> starts.run(results));
        }
    }
}
