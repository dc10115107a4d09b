package io.amanat.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.readtables.JobKind;
import io.amanat.platform.postgres.SchemaMigration;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class RebuildTest {
    private final TestDatabase database;
    private final TestLog log;

    RebuildTest(TestDatabase database) {
        this.database = database;
        this.log = new TestLog(database.owner());
    }

    @Test
    void givenLiveTables_whenRebuilt_thenEveryRowIndexAndRightIsAsBefore() throws SQLException {
        log.append(new RandomTrades(1, 1).tell(40));
        LiveTables live = new LiveTables(database.app(), log, 2);
        live.follow(log.head());
        try (JobBench bench = bench("a").start()) {
            Map<String, List<String>> before = bench.everything("amanat_read");
            List<String> shape = shape();

            var certificate = bench.done(bench.ask(JobKind.REBUILD));

            assertThat(before.get("funds_ledger_entries")).isNotEmpty();
            assertThat(JobBench.differences(bench.everything("amanat_read"), before))
                    .isEmpty();
            assertThat(shape()).isEqualTo(shape);
            assertThat(certificate.get("position").asLong()).isEqualTo(log.head());
            assertThat(certificate.get("events").asLong()).isEqualTo(log.head());
            assertThat(certificate.get("heldMillis").asLong()).isBetween(0L, 2_000L);
            new SchemaMigration(database.owner()).migrate();

            log.append(new RandomTrades(2, 1_000).tell(5));
            live.follow(log.head());
            assertThat(bench.everything("amanat_read").get("purchase_requests"))
                    .hasSize(before.get("purchase_requests").size() + 5);
        }
    }

    @Test
    void givenARebuild_whenDone_thenTheOldTablesAreKeptUntilDiscarded() throws SQLException {
        try (JobBench bench = bench("b").start()) {
            UUID id = bench.ask(JobKind.REBUILD);
            bench.done(id);
            String old = bench.job(id).oldSchema();

            assertThat(bench.there(old)).isTrue();
            bench.desk.discard(id);
            assertThat(bench.there(old)).isFalse();
            bench.desk.discard(id);
            assertThat(bench.there("amanat_read")).isTrue();
        }
    }

    @Test
    void givenARunningRebuild_whenAskedAgain_thenRefusedWithItsName() {
        try (JobBench bench = bench("c")) {
            UUID running = bench.ask(JobKind.REBUILD);

            assertThatThrownBy(() -> bench.ask(JobKind.REBUILD))
                    .isInstanceOf(RuleViolated.class)
                    .hasMessageContaining(running.toString());
            bench.desk.cancel(running);
            assertThat(bench.job(running).state()).isEqualTo(JobState.CANCELLED);
        }
    }

    private JobBench bench(String node) {
        return new JobBench(database.owner(), database.app(), log, JobBench.settings(), node);
    }

    /** Indexes, constraints, triggers and grants of the live tables. */
    private List<String> shape() throws SQLException {
        String objects = """
            select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid
              where c.relnamespace = 'amanat_read'::regnamespace
            union all
            select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || condeferrable || condeferred
              from pg_constraint where connamespace = 'amanat_read'::regnamespace and contype <> 'n'
            union all
            select pg_get_triggerdef(t.oid) || t.tgenabled::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
              where c.relnamespace = 'amanat_read'::regnamespace and not t.tgisinternal
            union all
            select relname || ' ' || relkind::text || ' ' || coalesce(relacl::text, '') from pg_class
              where relnamespace = 'amanat_read'::regnamespace and relname !~ 'flyway'
            union all
            select nspacl::text from pg_namespace where nspname = 'amanat_read'
            order by 1
            """;
        try (Connection connection = database.owner().getConnection()) {
            return Sql.all(connection, objects, row -> row.getString(1));
        }
    }
}
