package io.amanat.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.readtables.JobKind;
import io.amanat.platform.postgres.Databases;
import io.amanat.platform.postgres.EmbeddedDatabase;
import io.amanat.platform.postgres.EmbeddedDatabaseSettings;
import io.amanat.platform.postgres.SchemaMigration;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures, on the platform's own durable PostgreSQL: {@code -Damanat.speed.events=300000}. */
@EnabledIfSystemProperty(named = RebuildSpeedTest.EVENTS, matches = "[0-9]+")
class RebuildSpeedTest {
    static final String EVENTS = "amanat.speed.events";
    private static final Logger LOG = LoggerFactory.getLogger(RebuildSpeedTest.class);
    private static final int TRADES_AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofHours(1);

    @Test
    void measure(@TempDir Path folder) throws Exception {
        long wanted = Long.getLong(EVENTS);
        try (EmbeddedDatabase server = EmbeddedDatabase.start(EmbeddedDatabaseSettings.in(folder, 0));
                Databases databases = Databases.connect(server.access())) {
            new SchemaMigration(databases.owner()).migrate();
            TestLog log = new TestLog(databases.owner());
            RandomTrades trades = new RandomTrades(12, 1);
            while (log.head() < wanted) {
                log.append(trades.tell(TRADES_AT_ONCE));
            }
            try (Connection connection = databases.owner().getConnection()) {
                Sql.run(connection, "analyze amanat.domain_event_entry");
            }
            LiveTables.segments(databases.app(), 2);
            try (JobBench bench =
                    new JobBench(databases.owner(), databases.app(), log, settings(), "speed", PATIENCE).start()) {
                for (JobKind kind :
                        List.of(JobKind.REBUILD, JobKind.REBUILD, JobKind.AUDIT_REPLAY, JobKind.AUDIT_REPLAY)) {
                    var certificate = bench.done(bench.ask(kind));
                    LOG.info(
                            "SPEED {}: {} events, {} events/s altogether, {} events/s filling, held {} ms",
                            kind,
                            certificate.get("events"),
                            certificate.get("eventsPerSecond"),
                            certificate.get("filledPerSecond"),
                            certificate.get("heldMillis"));
                    assertThat(certificate.path("comparison").path("clean").asBoolean(true))
                            .isTrue();
                }
            }
        }
    }

    private static JobSettings settings() {
        return new JobSettings(
                Duration.ofMillis(100),
                Duration.ofSeconds(15),
                Duration.ofSeconds(1),
                Integer.getInteger("amanat.speed.window", 5000),
                2,
                3,
                5,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                30,
                1000,
                128,
                64,
                100);
    }
}
