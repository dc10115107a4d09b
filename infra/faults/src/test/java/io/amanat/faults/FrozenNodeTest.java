package io.amanat.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database, with load on both; one of them stands still for longer than its leases, and then knows nothing of it. */
class FrozenNodeTest {
    private static final int CLIENTS = 8;
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final int FREEZES = Integer.getInteger("faults.freezes", 3);

    @TempDir
    Path folder;

    private Server server;
    private NodeProcess one;
    private NodeProcess other;

    @BeforeEach
    void twoNodes() {
        server = Server.start(folder);
        server.superuser()
                .sql("alter role amanat_app set idle_in_transaction_session_timeout = '2s'")
                .update();
        one = NodeProcess.start(NodeSettings.of("node-one", server.access()).withLease(LEASE));
        other = NodeProcess.start(NodeSettings.of("node-other", server.access()).withLease(LEASE));
    }

    @AfterEach
    void end() {
        one.close();
        other.close();
        server.close();
    }

    @Test
    void givenLoadOnBoth_whenOneIsFrozenAndThawed_thenTheOtherTakesOverAndNothingIsLostOrTwice() {
        try (Clients clients = new Clients(CLIENTS, () -> List.of(one, other), PATIENCE, PAUSE)) {
            for (int freeze = 0; freeze < FREEZES; freeze++) {
                await().atMost(WITHIN).until(() -> owners().equals(List.of("node-one", "node-other")));
                clients.awaitEach(5, WITHIN);
                NodeProcess victim = freeze % 2 == 0 ? one : other;
                victim.freeze();
                await().atMost(WITHIN).until(() -> owners().equals(List.of(survivor(victim))));
                // those of the frozen node have lost their patience by then, and repeat at the other
                clients.awaitEach(5, WITHIN);
                victim.thaw();
            }
            await().atMost(WITHIN).until(() -> owners().equals(List.of("node-one", "node-other")));
            clients.stop();
            report("frozen and thawed", clients);
            assertThat(clients.otherAnswers("SocketTimeoutException")).isPositive();
            Truth.check(server, clients);
        }
    }

    @Test
    void givenANodeFrozenWhileItHoldsTheHead_thenTheServerEndsItsTransactionAndNothingOfItIsStored() throws Exception {
        try (Clients clients = new Clients(CLIENTS, () -> List.of(other), Duration.ofSeconds(40), PAUSE);
                Caller holder = new Caller(one.port(), WITHIN)) {
            clients.awaitEach(1, WITHIN);
            assertThat(holder.ask("joined 100 0")).isEqualTo("holding");
            one.freeze();
            clients.awaitEach(5, WITHIN);
            one.thaw();
            assertThat(holder.ask("commit")).startsWith("failed");
            clients.stop();
            report("frozen with the head", clients);
            Truth.check(server, clients);
        }
    }

    private String survivor(NodeProcess victim) {
        return victim == one ? "node-other" : "node-one";
    }

    /** Who holds the segments, by leases that have not run out. */
    private List<String> owners() {
        return server.sql()
                .sql("select distinct owner from amanat_read.projection_segments where claimed_until >"
                        + " clock_timestamp() order by owner")
                .query(String.class)
                .list();
    }

    private static void report(String what, Clients clients) {
        System.out.printf(
                "%s: %d commands acknowledged; slowest answer %s; others: %s%n",
                what, clients.acknowledged(), clients.slowest(), clients.otherAnswers());
    }
}
