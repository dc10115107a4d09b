package io.amanat.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.readtables.JobKind;
import io.amanat.contract.readtables.ReadTablesRule;
import io.amanat.projection.story.Log;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class TimeTravelTest {
    private final TestDatabase database;
    private final TestLog log;

    TimeTravelTest(TestDatabase database) {
        this.database = database;
        this.log = new TestLog(database.owner());
    }

    @Test
    void givenAPast_whenVisited_thenTheTablesAreAsTheyWereThen() throws SQLException {
        log.append(new RandomTrades(7, 1).tell(20));
        long then = log.head();
        LiveTables live = new LiveTables(database.app(), log, 1);
        live.follow(then);
        try (JobBench bench = bench().start()) {
            Map<String, List<String>> past = bench.everything("amanat_read");
            log.append(new RandomTrades(8, 1_000).tell(20));
            live.follow(log.head());
            assertThat(JobBench.differences(bench.everything("amanat_read"), past))
                    .isNotEmpty();

            UUID id = bench.ask(JobKind.TIME_TRAVEL, then, null);
            assertThat(bench.done(id).get("position").asLong()).isEqualTo(then);

            assertThat(JobBench.differences(bench.everything(bench.job(id).schema()), past))
                    .isEmpty();
            bench.desk.discard(id);
            assertThat(bench.there(bench.job(id).schema())).isFalse();

            assertThatThrownBy(() -> bench.ask(JobKind.TIME_TRAVEL, log.head() + 1, null))
                    .isInstanceOfSatisfying(
                            RuleViolated.class,
                            refused -> assertThat(refused.rule()).isEqualTo(ReadTablesRule.POSITION_BEYOND_HEAD));
        }
    }

    @Test
    void givenAnInstant_thenTheLastEventThatIsNotLaterCounts() throws SQLException {
        log.append(new RandomTrades(9, 5_000).tell(3));
        try (JobBench bench = bench()) {
            assertThatThrownBy(() -> bench.ask(JobKind.TIME_TRAVEL, null, Log.START.minusMillis(1)))
                    .isInstanceOfSatisfying(
                            RuleViolated.class,
                            refused -> assertThat(refused.rule()).isEqualTo(ReadTablesRule.INSTANT_BEFORE_FIRST_EVENT));
            assertThatThrownBy(() -> bench.ask(JobKind.TIME_TRAVEL, 1L, Log.START))
                    .isInstanceOf(RuleViolated.class);
            assertThatThrownBy(() -> bench.ask(JobKind.REBUILD, 1L, null)).isInstanceOf(RuleViolated.class);

            for (int seconds = 0; seconds < 60; seconds += 7) {
                Instant at = Log.START.plusSeconds(seconds).plusMillis(500);
                UUID id = bench.ask(JobKind.TIME_TRAVEL, null, at);
                assertThat(bench.job(id).target())
                        .isEqualTo(Long.parseLong(bench.text(
                                "select max(global_index)::text from amanat.domain_event_entry where occurred_at <="
                                        + " ?::text::timestamptz",
                                at.toString())));
                bench.desk.cancel(id);
            }
        }
    }

    private JobBench bench() {
        return new JobBench(database.owner(), database.app(), log, JobBench.settings(), "travel");
    }
}
