package io.amanat.chain.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.payout.PayoutScene.Ordered;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The worker's process is killed between every two of its steps, again and again, with real payouts under way, while blocks come, do
 * not come, and go. Each recipient is used once: its balance on the chain says whether it was paid never, once or twice.
 *
 * <p>As many kills as fit in a minute; {@code -Dpayout.kills=1000} for so many, {@code -Dpayout.seed=7} for others.
 */
class PayoutKillTest {

    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ANYWHERE = "anywhere";
    private static final int STEPS_MAX = 600;
    private static final int STEPS_ANYWHERE_MAX = 200;
    private static final int OPEN_MIN = 3;

    private static final List<String> POINTS = List.of(
            "before sql with payout as (update custody_transactions set state = 'signed', from_account",
            "after sql with payout as (update custody_transactions set state = 'signed', from_account",
            "before command RecordSigned",
            "after command RecordSigned",
            "after sql update custody_transactions set told",
            "before rpc eth_sendRawTransaction",
            "after rpc eth_sendRawTransaction",
            "after sql update custody_transactions set state = 'broadcast'",
            "before command RecordBroadcast",
            "after command RecordBroadcast",
            "before command RecordMined",
            "after command RecordMined",
            "before sql update custody_transactions set state = ?",
            "after sql update custody_transactions set state = ?",
            "before command RecordFinal",
            "after command RecordFinal",
            "after sql with payout as (update custody_transactions set state = 'signed', raw_transaction",
            "before command RecordReplaced",
            "after command RecordReplaced",
            ANYWHERE);

    private final TestDatabase database = TestDatabase.create();
    private final PayoutScene scene = new PayoutScene(database);
    private final JdbcClient jdbc = database.jdbc();
    private final Random random = new Random(Long.getLong("payout.seed", 1));
    private final List<Ordered> all = new ArrayList<>();
    private final List<Ordered> open = new ArrayList<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Path said;

    PayoutKillTest(@TempDir Path folder) {
        said = folder.resolve("said");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenKillsBetweenEveryTwoSteps_thenEachIsPaidOnceAndNoneIsLost() throws Exception {
        JdbcClient.create(database.owner())
                .sql("create table amanat." + KilledWorker.TOLD
                        + " (id bigint generated always as identity, transfer_id uuid not null, kind text not null)")
                .update();
        JdbcClient.create(database.owner())
                .sql("grant select, insert on amanat." + KilledWorker.TOLD + " to amanat_app")
                .update();
        scene.chain.anvil().setBalanceWei(scene.hot.address(), BigInteger.TEN.pow(24));
        scene.chain.mine(2);
        BigInteger before = funds();

        int wanted = Integer.getInteger("payout.kills", Integer.MAX_VALUE);
        long end = System.nanoTime() + (wanted == Integer.MAX_VALUE ? TIME.toNanos() : Long.MAX_VALUE / 2);
        int done = 0;
        while (done < wanted && System.nanoTime() - end < 0) {
            order();
            kills.merge(killedAt(POINTS.get(done % POINTS.size())), 1, Integer::sum);
            done++;
            assertNothingTwice();
        }
        finish();

        System.out.println(done + " kills with " + all.size() + " payouts, " + kills);
        assertThat(done).isPositive();
        assertThat(open).isEmpty();
        BigInteger paid = all.stream()
                .map(ordered -> ordered.instruction().amount().units())
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(before.subtract(funds())).isEqualTo(paid);
        assertThat(jdbc.sql("select count(*) from custody_transactions where state = 'final' and told = 'final'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(all.size());
        assertThat(jdbc.sql("select count(*) from custody_transactions t where (select kind from " + KilledWorker.TOLD
                                + " where transfer_id = t.transfer_id order by id desc limit 1) <> 'RecordFinal'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void order() {
        do {
            Ordered ordered = scene.order(random.nextBoolean() ? scene.usdc : scene.usdt, 1 + random.nextInt(1_000));
            open.add(ordered);
            all.add(ordered);
        } while (open.size() < OPEN_MIN);
    }

    /** Starts a worker and returns where it died. Blocks come meanwhile, unless the point is one of a stuck payout. */
    private String killedAt(String point) throws IOException, InterruptedException {
        boolean stuck = point.contains("raw_transaction") || point.contains("Replaced");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWorker.class.getName(),
                        database.url(),
                        scene.chain.rpcUrl(),
                        scene.key,
                        point,
                        String.valueOf(point.equals(ANYWHERE) ? 1 + random.nextInt(STEPS_ANYWHERE_MAX) : STEPS_MAX))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            if (!stuck) {
                scene.chain.mine(1);
            }
            if (System.nanoTime() - patience > 0) {
                process.destroyForcibly();
            }
        }
        if (random.nextInt(5) == 0) {
            scene.chain.anvil().reorg(1);
        }
        assertThat(process.exitValue()).isEqualTo(137);
        return Files.readString(said)
                .lines()
                .filter(line -> line.startsWith("before ") || line.startsWith("after "))
                .reduce((one, two) -> two)
                .orElse("killed from outside");
    }

    /** Also forgets those that are told to be final. */
    private void assertNothingTwice() {
        for (Ordered ordered : List.copyOf(open)) {
            BigInteger balance = balance(ordered);
            assertThat(balance)
                    .as("units that arrived for transfer %s", ordered.id())
                    .isIn(BigInteger.ZERO, ordered.instruction().amount().units());
            if (scene.column(ordered, "told").equals("final")) {
                assertThat(balance).isPositive();
                open.remove(ordered);
            }
        }
    }

    private void finish() {
        PayoutWorker worker = KilledWorker.worker(
                database.app(), scene.chain.rpcUrl(), scene.key, (command, origin) -> KilledWorker.told(jdbc, command));
        for (int i = 0; i < 50 && !open.isEmpty(); i++) {
            worker.round();
            scene.chain.mine(1);
            assertNothingTwice();
        }
    }

    private BigInteger balance(Ordered ordered) {
        return scene.chain
                .client()
                .tokenBalance(
                        ordered.instruction().amount().asset().contract(),
                        ordered.instruction().to());
    }

    private BigInteger funds() {
        return scene.chain
                .client()
                .tokenBalance(scene.usdc.contract(), scene.hot.address())
                .add(scene.chain.client().tokenBalance(scene.usdt.contract(), scene.hot.address()));
    }
}
