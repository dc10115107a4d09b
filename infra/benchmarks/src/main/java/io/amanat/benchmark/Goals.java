package io.amanat.benchmark;

import io.amanat.benchmark.app.ReadTableRuns;
import io.amanat.benchmark.report.Goal;
import java.util.List;

/** What the event log and its readers promise. */
final class Goals {

    private Goals() {}

    static List<Goal> ofTheComparison() {
        return List.of(
                new Goal(
                        "full command, 16 in flight: >= 110 % of pgbench's one-event commits",
                        new Goal.Times(Ids.FULL_16, Ids.COMMITS_1, 1.10)),
                new Goal(
                        "full command, 256 in flight: >= 240 % of pgbench's one-event commits",
                        new Goal.Times(Ids.FULL_256, Ids.COMMITS_1, 2.40)),
                new Goal(
                        "commit to row visible at 200 events/s: p50 <= 5 ms", new Goal.AtMost(Ids.LATENCY + "-p50", 5)),
                new Goal(
                        "commit to row visible at 200 events/s: p99 <= 25 ms",
                        new Goal.AtMost(Ids.LATENCY + "-p99", 25)),
                new Goal("rebuild of all tables: >= 20,000 events/s", new Goal.AtLeast(ReadTableRuns.REBUILD, 20_000)),
                new Goal("audit replay: >= 15,000 events/s", new Goal.AtLeast(ReadTableRuns.REPLAY, 15_000)));
    }
}
