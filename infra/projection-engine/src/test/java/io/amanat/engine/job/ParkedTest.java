package io.amanat.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.readtables.JobKind;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Trades;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events that cannot be taken are set aside by a job as they are by the live projections. */
@ExtendWith(PostgresExtension.class)
class ParkedTest {
    private final TestDatabase database;
    private final TestLog log;

    ParkedTest(TestDatabase database) {
        this.database = database;
        this.log = new TestLog(database.owner());
    }

    @Test
    void givenUnknownAndImpossibleEvents_whenReplayedAndRebuilt_thenTheyAreSetAsideAsLive() throws SQLException {
        Story broken = Trades.completed(1);
        log.append(broken.events().subList(0, 9));
        log.appendUnknown(broken.request.toString(), 900);
        log.append(broken.events().subList(9, broken.events().size()));
        log.append(new RandomTrades(10, 100).tell(30));
        // a trade whose buyer nobody has registered: a foreign key refuses it, which is off while filling in bulk
        Story orphan = Trades.paid(2);
        log.append(orphan.events().subList(5, orphan.events().size()));
        log.append(new RandomTrades(11, 500).tell(10));
        new LiveTables(database.app(), log, 2).follow(log.head());

        try (JobBench bench =
                new JobBench(database.owner(), database.app(), log, JobBench.settings(), "parked").start()) {
            Map<String, List<String>> before = bench.everything("amanat_read");
            String letters = "select string_agg(position || ' ' || (cause is null), ',' order by position) from"
                    + " amanat_read.dead_letters";
            String parked = bench.text(letters);
            assertThat(parked).contains("10 false");

            var replay = bench.done(bench.ask(JobKind.AUDIT_REPLAY));
            assertThat(replay.get("comparison").get("clean").asBoolean()).isTrue();
            assertThat(replay.get("parked").asInt()).isEqualTo(parked.split(",", -1).length);

            bench.done(bench.ask(JobKind.REBUILD));
            assertThat(bench.text(letters)).isEqualTo(parked);
            assertThat(JobBench.differences(bench.everything("amanat_read"), before))
                    .isEmpty();
        }
    }
}
