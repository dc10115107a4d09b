package io.amanat.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.audit.StoredEvent;
import io.amanat.contract.readtables.JobKind;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGStatement;

/** Writers append, projections follow and readers read all the time, while the tables under them are exchanged, several times. */
@ExtendWith(PostgresExtension.class)
class SwitchUnderLoadTest {
    private static final int REBUILDS = 3;

    private final TestDatabase database;
    private final TestLog log;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong reads = new AtomicLong();

    SwitchUnderLoadTest(TestDatabase database) {
        this.database = database;
        this.log = new TestLog(database.owner());
    }

    @Test
    void givenLoad_whenTheTablesAreExchanged_thenNoReadFailsOrGoesBackAndNoEventIsLost() throws Exception {
        log.append(new RandomTrades(3, 1).tell(30));
        LiveTables live = new LiveTables(database.app(), log, 2);
        live.follow(log.head());
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
                JobBench bench =
                        new JobBench(database.owner(), database.app(), log, JobBench.settings(), "load").start()) {
            List<Future<?>> load = new ArrayList<>();
            load.add(pool.submit(this::append));
            load.add(pool.submit(() -> repeat(() -> {
                live.follow(log.head());
                return null;
            })));
            for (int reader = 0; reader < 3; reader++) {
                load.add(pool.submit(this::read));
            }
            for (int rebuild = 0; rebuild < REBUILDS; rebuild++) {
                long readsBefore = reads.get();
                assertThat(bench.done(bench.ask(JobKind.REBUILD))
                                .get("heldMillis")
                                .asLong())
                        .isLessThan(5_000);
                assertThat(reads.get()).isGreaterThan(readsBefore);
            }
            over.set(true);
            for (Future<?> part : load) {
                part.get();
            }
            live.follow(log.head());

            assertThat(bench.done(bench.ask(JobKind.AUDIT_REPLAY))
                            .get("comparison")
                            .get("clean")
                            .asBoolean())
                    .isTrue();
            assertThat(bench.text("select count(*)::text from amanat_read.trade_timeline"))
                    .isEqualTo(bench.text("select count(*)::text from amanat.domain_event_entry where payload_type !~"
                            + " '^(user|destination|dispute.opened|"
                            + "custody-transfer.(approved|signed|mined|finalised))'"));
        }
    }

    private Void append() throws Exception {
        RandomTrades trades = new RandomTrades(4, 10_000);
        while (!over.get()) {
            List<StoredEvent> some = trades.tell(2);
            for (int at = 0; at < some.size(); at += 5) {
                log.append(some.subList(at, Math.min(at + 5, some.size())));
            }
        }
        return null;
    }

    /** One connection with statements that the server has prepared long before the exchange. */
    private Void read() throws SQLException {
        try (Connection connection = database.app().getConnection();
                PreparedStatement position =
                        connection.prepareStatement("select min(position) from amanat_read.projection_segments");
                PreparedStatement requests = connection.prepareStatement(
                        "select count(*), max(position) from purchase_requests where status <>"
                                + " ?::purchase_request_status")) {
            position.unwrap(PGStatement.class).setPrepareThreshold(1);
            requests.unwrap(PGStatement.class).setPrepareThreshold(1);
            long seen = 0;
            long counted = 0;
            while (!over.get()) {
                long now = lowest(position);
                assertThat(now).isGreaterThanOrEqualTo(seen);
                seen = now;
                requests.setString(1, "cancelled");
                long count = first(requests);
                assertThat(count).isGreaterThanOrEqualTo(counted);
                counted = count;
                reads.incrementAndGet();
            }
        }
        return null;
    }

    /** As the platform asks: a statement that began just before an exchange finds the tables put aside, which have no position. */
    private static long lowest(PreparedStatement position) throws SQLException {
        for (int look = 0; look < 3; look++) {
            try (ResultSet row = position.executeQuery()) {
                row.next();
                long lowest = row.getLong(1);
                if (!row.wasNull()) {
                    return lowest;
                }
            }
        }
        throw new AssertionError("no position for as long as one may look");
    }

    private void repeat(Callable<Void> turn) {
        while (!over.get()) {
            try {
                turn.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static long first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
