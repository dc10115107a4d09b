package io.amanat.benchmark;

import static io.amanat.benchmark.report.Unit.COMMANDS_PER_SECOND;

import io.amanat.benchmark.app.GrownPlatform;
import io.amanat.benchmark.app.LivePlatform;
import io.amanat.benchmark.app.ReadTableRuns;
import io.amanat.benchmark.app.RowLatency;
import io.amanat.benchmark.commands.CommandRate;
import io.amanat.benchmark.measure.Rounds;
import io.amanat.benchmark.report.Figure;
import io.amanat.benchmark.report.Results;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.trade.Workloads;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole platform in this process: how soon a row follows its event, and how fast all rows can be made again. */
record Readers(GrownPlatform database, Workloads workloads, Rounds rounds, Consumer<String> progress) {

    private static final double CALM_PER_SECOND = 200;
    private static final Duration CATCH_UP_MAX = Duration.ofMinutes(10);

    /** Warmed up by the first rebuild, which also fills the tables of a log that was made beside the platform. */
    void rebuildAndReplay(LivePlatform platform, int times, Results results) {
        ReadTableRuns runs = new ReadTableRuns(platform, JdbcClient.create(database.watchers()));
        new Rounds(Duration.ZERO, Duration.ZERO, times).run(List.of(runs.rebuild(), runs.replay()), results, progress);
    }

    void calm(LivePlatform platform, Results results) {
        RowLatency calm = latency(platform, Ids.LATENCY, "commit to row visible, 200 events/s", () -> CALM_PER_SECOND);
        rounds.run(List.of(calm), results, progress);
    }

    /** As much as goes in at most, then half of it. What the first leaves behind is caught up before the second begins. */
    void busy(LivePlatform platform, Results results) {
        CommandRate most = new CommandRate(
                Row.of(
                                Ids.LIVE_256,
                                "ours: full command, 256 in flight, sagas and live projections running",
                                COMMANDS_PER_SECOND)
                        .comparedWith(Ids.COMMITS_1),
                platform.sender(),
                256,
                1,
                workloads::request);
        rounds.run(List.of(most), results, progress);
        platform.awaitProjections(CATCH_UP_MAX);
        RowLatency half = latency(
                platform,
                Ids.LATENCY_BUSY,
                "commit to row visible, at half of that",
                () -> results.figure(Ids.LIVE_256).map(Figure::median).orElseThrow() / 2);
        rounds.run(List.of(half), results, progress);
        platform.awaitProjections(CATCH_UP_MAX);
    }

    private RowLatency latency(LivePlatform platform, String id, String name, DoubleSupplier perSecond) {
        return new RowLatency(id, name, perSecond, platform.sender(), workloads, database.watchers());
    }
}
