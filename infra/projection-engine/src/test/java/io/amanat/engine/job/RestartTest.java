package io.amanat.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.amanat.contract.readtables.JobKind;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node goes away in the middle of a job, without a word; another one finishes it. */
@ExtendWith(PostgresExtension.class)
class RestartTest {
    private final TestDatabase database;
    private final TestLog log;

    RestartTest(TestDatabase database) {
        this.database = database;
        this.log = new TestLog(database.owner());
    }

    @BeforeEach
    void fill() throws SQLException {
        if (log.head() == 0) {
            log.append(new RandomTrades(6, 1).tell(60));
            new LiveTables(database.app(), log, 2).follow(log.head());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"FILLING", "INDEXING", "CATCHING_UP", "SWITCHING"})
    void givenARebuildCutInAState_whenAnotherNodeComes_thenItIsFinished(JobState cut) throws Exception {
        try (JobBench other = bench("other")) {
            Map<String, List<String>> before = other.everything("amanat_read");
            UUID id = other.ask(JobKind.REBUILD);
            cutIn(id, cut);

            other.start();
            assertThat(other.done(id).get("events").asLong()).isEqualTo(log.head());

            assertThat(JobBench.differences(other.everything("amanat_read"), before))
                    .isEmpty();
            other.desk.discard(id);
        }
    }

    @Test
    void givenAReplayCutWhileComparing_whenAnotherNodeComes_thenItIsFinished() throws Exception {
        try (JobBench other = bench("other")) {
            UUID id = other.ask(JobKind.AUDIT_REPLAY);
            cutIn(id, JobState.COMPARING);

            other.start();

            assertThat(other.done(id).get("comparison").get("clean").asBoolean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"FILLING", "INDEXING"})
    void givenARunningJob_whenCancelled_thenItEndsAndLeavesNothing(JobState state) throws Exception {
        try (JobBench bench = bench("cancel")) {
            UUID id = bench.ask(JobKind.REBUILD);
            cutIn(id, state);
            bench.desk.cancel(id);
            bench.start();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> bench.job(id).state().finished());

            assertThat(bench.job(id).state()).isEqualTo(JobState.CANCELLED);
            assertThat(bench.there(bench.job(id).schema())).isFalse();
        }
    }

    /** Works on the job until it is in the state, and stops there as a killed process does: nothing is given back. */
    private void cutIn(UUID id, JobState state) throws Exception {
        try (JobBench dying = bench("dying");
                Connection inTheWay = database.owner().getConnection()) {
            // neither an exchange nor a comparison gets past this, however fast the machine is
            inTheWay.setAutoCommit(false);
            Sql.run(inTheWay, "select from amanat_read.projection_segments for update");
            Sql.run(inTheWay, "lock table amanat_read.users in access exclusive mode");
            Job job = dying.workshop.table().claim("dying", dying.workshop.settings());
            assertThat(job.id()).isEqualTo(id);
            JobControl control = new JobControl();
            Thread run = Thread.ofPlatform().start(() -> runUntilStopped(dying.workshop, job, control));
            await().atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> dying.job(id).state().compareTo(state) >= 0);
            control.stop(JobStopped.Why.SHUTDOWN);
            run.join();
            assertThat(dying.job(id).state().finished())
                    .as("it was cut in time")
                    .isFalse();
        }
        try (Connection connection = database.owner().getConnection()) {
            // its lease is over sooner than one has patience
            Sql.run(
                    connection,
                    "update amanat.projection_jobs set lease_until = now() - interval '1 s' where node = 'dying'");
        }
    }

    private static void runUntilStopped(Workshop workshop, Job job, JobControl control) {
        try {
            new JobRun(workshop, job, "dying", control).run();
        } catch (Exception stopped) {
            assertThat(control.why()).isNotNull();
        }
    }

    private JobBench bench(String node) {
        return new JobBench(database.owner(), database.app(), log, JobBench.settings(), node);
    }
}
