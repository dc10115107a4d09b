package io.amanat.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingChanged;
import io.amanat.contract.configuration.ConfigSettingEvent.ConfigSettingInitialised;
import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.contract.readtables.JobKind;
import io.amanat.engine.job.Certificate.Comparison;
import io.amanat.projection.story.PayTo;
import io.amanat.projection.story.Quoted;
import io.amanat.projection.story.Screened;
import io.amanat.projection.story.Story;
import io.amanat.projection.story.Strays;
import io.amanat.projection.story.Wares;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

@ExtendWith(PostgresExtension.class)
class AuditReplayTest {
    private static final String UNIQUE =
            "select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint where"
                    + " conrelid = ?::regclass and contype = 'u' union all select format('drop index %s',"
                    + " indexrelid::regclass) from pg_index where indrelid = ?::regclass and indisunique and not exists"
                    + " (select from pg_constraint where conindid = indexrelid and contype in ('u', 'p'))";
    private static final String NEW_ID = "ffffffff-0000-0000-0000-000000000000";

    private final TestDatabase database;
    private final TestLog log;

    AuditReplayTest(TestDatabase database) {
        this.database = database;
        this.log = new TestLog(database.owner());
    }

    @Test
    void givenARowTampered_whenReplayed_thenItIsFoundAndNamed() throws Exception {
        log.append(new RandomTrades(5, 1).tell(40));
        Story service = new Story(5_000).people();
        log.append(service.then(service.created(Wares.service(service.buyer, service.seller)))
                .events());
        Story screened = new Story(5_001).opened();
        log.append(screened.then(Screened.down(screened), PayTo.registered(screened))
                .events());
        Story configured = new Story(5_002).people();
        String key = "confirmation_threshold:31337";
        log.append(configured
                .then(
                        new ConfigSettingInitialised(ConfigSettingId.of(key), key, 3),
                        new ConfigSettingChanged(
                                ConfigSettingId.of(key),
                                key,
                                3,
                                20,
                                configured.guard,
                                configured.sealed(configured.guard, "deeper")))
                .events());
        log.append(Quoted.story(5_003).events());
        Story exposed = new Story(5_004).opened();
        log.append(exposed.then(Strays.proposed(exposed, 47, "soon")).events());
        log.appendUnknown("00000000-0000-0000-0000-00000000dead", 0);
        new LiveTables(database.app(), log, 2).follow(log.head());
        try (JobBench bench =
                new JobBench(database.owner(), database.app(), log, JobBench.settings(), "audit").start()) {
            var clean = bench.done(bench.ask(JobKind.AUDIT_REPLAY));
            assertThat(clean.get("comparison").get("clean").asBoolean())
                    .as(clean.toString())
                    .isTrue();
            assertThat(clean.get("comparison").get("tables")).hasSize(tables().size());
            assertThat(clean.get("parked").asInt()).isEqualTo(1);
            assertThat(clean.get("headEventId").asString())
                    .isEqualTo(bench.text(
                            "select event_identifier from amanat.domain_event_entry order by global_index desc"
                                    + " limit 1"));
            eachTableTampered(bench);

            try (Connection superuser = superuser()) {
                Sql.update(
                        superuser,
                        "update amanat_read.payments set held_amount = held_amount + 1, held_units = held_units +"
                                + " 1000000 where purchase_request_id is not null");
            }
            var job = bench.ask(JobKind.AUDIT_REPLAY);
            var comparison = bench.done(job).get("comparison");
            assertThat(comparison.get("clean").asBoolean()).isFalse();
            assertThat(comparison.get("differences"))
                    .hasSize(JobBench.settings().differencesMax())
                    .allSatisfy(difference -> {
                        assertThat(difference.get("table").asString()).isEqualTo("payments");
                        assertThat(difference.get("kind").asString()).isEqualTo("changed");
                        assertThat(difference.get("columns").toString()).isEqualTo("[\"held_amount\",\"held_units\"]");
                    });
            assertThat(comparison.get("found").asLong())
                    .isEqualTo(Long.parseLong(bench.text("select count(*)::text from amanat_read.payments")));
            assertThat(bench.there(bench.job(job).schema()))
                    .as("kept to look at")
                    .isTrue();
        }
    }

    /** Changes, removes and adds a row in every table in turn; what is done is undone by a rollback. */
    private void eachTableTampered(JobBench bench) throws Exception {
        var id = bench.ask(JobKind.TIME_TRAVEL, log.head(), null);
        bench.done(id);
        String replayed = bench.job(id).schema();
        for (ComparedTable table : tables()) {
            String live = "amanat_read." + table.name();
            if (bench.text("select 'some' from " + live + " limit 1") == null) {
                assertThat(table.name()).as("no event fills it yet").isEqualTo("derived_destination_sweeps");
                continue;
            }
            String one = " where ctid = (select max(ctid) from " + live + ")";
            boolean letters = table.name().equals("dead_letters");
            Map<String, String> tampering = Map.of(
                    "changed",
                    "update " + live + " set " + change(table.name()) + one,
                    "missing",
                    "delete from " + live + one,
                    "extra",
                    "insert into " + live + " select (jsonb_populate_record(t, jsonb_build_object('"
                            + table.key().getFirst() + "', '" + (letters ? "99999" : NEW_ID) + "'))).* from " + live
                            + " t" + one);
            for (var tampered : tampering.entrySet()) {
                Comparison comparison = compared(live, tampered.getValue(), replayed);
                assertThat(comparison.clean()).isFalse();
                assertThat(comparison.found()).isEqualTo(1);
                assertThat(comparison.differences()).singleElement().satisfies(difference -> {
                    assertThat(difference.table()).isEqualTo(table.name());
                    assertThat(difference.kind()).isEqualTo(tampered.getKey());
                    assertThat(difference.key().keySet()).containsExactlyElementsOf(table.key());
                });
                assertThat(comparison.tables().stream().filter(digest -> !digest.same()))
                        .singleElement()
                        .satisfies(digest -> assertThat(digest.table()).isEqualTo(table.name()));
            }
        }
    }

    private static String change(String table) {
        return switch (table) {
            case "dead_letters" -> "event_type = 'x'";
            case "funds_ledger_entries", "config_setting_history" -> "actor = 'x'";
            default -> "updated_at = updated_at + interval '1 microsecond'";
        };
    }

    private Comparison compared(String table, String tampering, String replayed) throws Exception {
        try (Connection live = superuser();
                Connection replay = database.owner().getConnection()) {
            live.setAutoCommit(false);
            replay.setAutoCommit(false);
            Sql.run(live, "alter table " + table + " disable trigger all");
            for (String off : Sql.all(live, UNIQUE, row -> row.getString(1), table, table)) {
                Sql.run(live, off);
            }
            assertThat(Sql.update(live, tampering)).isEqualTo(1);
            Comparison comparison =
                    new Comparing(JobBench.settings(), new JobControl()).compare(live, "amanat_read", replay, replayed);
            live.rollback();
            return comparison;
        }
    }

    private List<ComparedTable> tables() throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            return List.copyOf(ComparedTable.of(connection, "amanat_read").values());
        }
    }

    /** Somebody who may do everything, with triggers and foreign keys off. */
    private Connection superuser() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser("postgres");
        source.setStringType("unspecified");
        Connection connection = source.getConnection();
        Sql.run(connection, "set session_replication_role = replica");
        return connection;
    }
}
