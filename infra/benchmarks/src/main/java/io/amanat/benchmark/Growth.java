package io.amanat.benchmark;

import io.amanat.benchmark.app.GrownPlatform;
import io.amanat.benchmark.app.LivePlatform;
import io.amanat.benchmark.app.ReadTableRuns;
import io.amanat.benchmark.commands.AppendRate;
import io.amanat.benchmark.commands.CommandSide;
import io.amanat.benchmark.measure.Rounds;
import io.amanat.benchmark.postgres.BenchmarkServer;
import io.amanat.benchmark.postgres.Pgbench;
import io.amanat.benchmark.postgres.PgbenchCommits;
import io.amanat.benchmark.report.GrowthReport;
import io.amanat.benchmark.report.JsonFile;
import io.amanat.benchmark.report.Machine;
import io.amanat.benchmark.report.Results;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.report.Unit;
import io.amanat.benchmark.trade.Workloads;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How each cost grows with the log: the same measurements at several lengths of one and the same log. */
record Growth(Plan plan, Consumer<String> progress) {

    private static final int PEOPLE = 3_001;
    private static final long FIRST_NEW_TRADE = 1_000_000_000L;
    private static final List<Long> SIZES = List.of(100_000L, 1_000_000L, 5_000_000L);
    private static final List<Long> SMOKE_SIZES = List.of(5_000L, 100_000L);
    private static final Duration SETTLING_MAX = Duration.ofMinutes(2);
    private static final List<String> STEADY = List.of(
            Ids.APPEND, ReadTableRuns.REBUILD, "query-by-id", "query-list", Ids.LATENCY + "-p50", Ids.LATENCY + "-p99");

    private static final List<String> NOTES = List.of(
            "At each length the rows above the queries ran first and the appends last, which make the log some"
                    + " 100,000 events longer; the next length is counted anew.",
            "'last to first': of a row with a peer, the ratio to pgbench at the last length by the ratio at the"
                    + " first.");

    /** Returns whether everything was measured. */
    boolean run(PrintStream out) {
        Parts parts = new Parts(progress);
        List<String> notes = new ArrayList<>(NOTES);
        Instant startedAt = Instant.now();
        SortedMap<Long, Results> bySize = new TreeMap<>();
        Workloads workloads = new Workloads(FIRST_NEW_TRADE, PEOPLE, InstantSource.system());
        plan.clean();
        progress.accept("starting PostgreSQL in " + plan.folder());
        try (BenchmarkServer server = BenchmarkServer.start(plan.folder());
                GrownPlatform database = new GrownPlatform(server, "growing", PEOPLE)) {
            notes.add(server.words());
            PgbenchCommits.prepare(server);
            for (long size : plan.quick() ? SMOKE_SIZES : SIZES) {
                progress.accept("growing the log to %,d events".formatted(size));
                database.growTo(size);
                bySize.put(size, at(bySize.isEmpty(), server, database, workloads, parts));
            }
        }
        notes.addAll(parts.failures());
        GrowthReport report = new GrowthReport(
                "Amanat as its log grows", startedAt, Machine.here(), !plan.quick(), notes, bySize, STEADY);
        Path json = plan.folder().resolve("growth.json");
        JsonFile.write(json, report.json());
        out.println();
        out.println(report.table());
        out.println("JSON: " + json);
        return parts.failures().isEmpty();
    }

    private Results at(
            boolean first, BenchmarkServer server, GrownPlatform database, Workloads workloads, Parts parts) {
        Results results = new Results();
        Rounds rounds = plan.shortRounds();
        Pgbench pgbench = new Pgbench(server);
        try (LivePlatform platform = LivePlatform.start(database.access(), plan.platformFolder())) {
            Readers readers = new Readers(database, workloads, rounds, progress);
            parts.run("rebuild and replay", () -> {
                if (first) {
                    // warms up; counts for nothing
                    readers.rebuildAndReplay(platform, 1, new Results());
                }
                readers.rebuildAndReplay(platform, 1, results);
            });
            settle(server);
            parts.run("row latency", () -> readers.calm(platform, results));
        }
        Starts starts = new Starts(database, plan.processFolder(), pgbench, rounds, progress);
        parts.run("queries", () -> starts.queries(results));
        settle(server);
        parts.run("appends", () -> appends(pgbench, database, workloads, results));
        return results;
    }

    private void settle(BenchmarkServer server) {
        progress.accept("waiting for checkpoints and vacuums");
        server.settle(SETTLING_MAX);
    }

    private void appends(Pgbench pgbench, GrownPlatform database, Workloads workloads, Results results) {
        Row row =
                Row.of(Ids.APPEND, "append, 16 writers", Unit.EVENTS_PER_SECOND).comparedWith(Ids.COMMITS_1);
        try (CommandSide commands = CommandSide.start(database.access())) {
            plan.shortRounds()
                    .run(
                            List.of(
                                    new PgbenchCommits(pgbench, 1, 16),
                                    new AppendRate(row, commands.store(), 16, Runnable::run, workloads::created)),
                            results,
                            progress);
        }
    }
}
