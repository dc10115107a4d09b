package io.amanat.chain.reconcile;

import static io.amanat.chain.reconcile.BooksScene.alarms;
import static io.amanat.chain.reconcile.BooksScene.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.chain.custody.Signer;
import io.amanat.chain.local.DevWallet;
import io.amanat.chain.reconcile.BooksScene.Paid;
import io.amanat.chain.sweep.TestSweeps;
import io.amanat.chain.sweep.TestSweeps.Offered;
import io.amanat.contract.Command;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.DestinationCommand.RecordSweep;
import io.amanat.contract.custody.Sweeps.Handed;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Books and chain are compared at every step of a sweep: nothing is ever unexplained, and what is owed is always there. */
class SweptBooksTest {
    private static final long UNITS = 500_000_000;

    private final TestDatabase database = TestDatabase.create();
    private final BooksScene scene = new BooksScene(database);
    private final TestSweeps sweeps = new TestSweeps(
            database.app(),
            List.of(new Asset(BooksScene.CHAIN, scene.chain.usdc(), Currency.USDC, 6)),
            scene.hot,
            (command, _) -> told(command));

    private boolean projecting;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenASweep_whenReconciledAfterEachStep_thenNothingIsUnexplained_andTheProofHolds() {
        scene.chain.endow(scene.hot.address());
        Paid one = scene.funded(UNITS);
        Paid two = scene.funded(UNITS);
        scene.chain.anvil().setBalanceWei(one.address().address(), BigInteger.ZERO);
        assertSound("before");
        UUID batch = sweeps.plan();
        sweeps.approve(batch);
        assertSound("approved");
        List<Offered> offered = sweeps.prepared(batch);
        assertThat(offered).hasSize(2);
        assertSound("given gas");

        sweeps.handBack(batch, signed(offered, one, two));
        assertSound("handed back");
        sweeps.round();
        assertSound("broadcast");
        scene.chain.mine(1);
        assertThat(lines(assertSound("mined, and nobody has looked"), Line.Kind.DESTINATION_BALANCE))
                .hasSize(2)
                .allMatch(line -> line.get("sentence").asString().contains("not yet final"));
        sweeps.round();
        assertSound("mined");
        sweeps.finish();
        assertThat(states()).containsOnly("final");
        assertThat(lines(assertSound("final, and the read tables do not know"), Line.Kind.DESTINATION_BALANCE))
                .isEmpty();
        projecting = true;
        scene.jdbc.sql("update sweep_transactions set recorded = false").update();
        sweeps.round();
        assertThat(scene.jdbc
                        .sql("select count(*) from derived_destination_sweeps")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(lines(assertSound("recorded"), Line.Kind.DESTINATION_BALANCE))
                .isEmpty();

        new DevWallet(scene.chain.client(), scene.hot)
                .transfer(scene.chain.usdc(), one.address().address(), BigInteger.ONE);
        scene.chain.mine(1);
        assertThat(alarms(scene.report()))
                .as("and a coin that nobody ordered is still seen")
                .isNotEmpty();
    }

    @Test
    void givenASignedSweep_whenMoreLeavesThanItSays_thenAlarm() {
        scene.chain.endow(scene.hot.address());
        Paid paid = scene.funded(UNITS);
        scene.pay(paid, 500, "confirmed");
        scene.book(paid, "payment_detected", "external", "clearing", 500, "payment.transfer-detected.v1");
        UUID batch = sweeps.plan();
        sweeps.approve(batch);
        sweeps.handBack(batch, signed(sweeps.prepared(batch), paid));
        scene.pay(paid, 9, "confirmed");
        scene.book(paid, "payment_detected", "external", "clearing", 9, "payment.transfer-detected.v1");
        sweeps.finish();
        assertThat(alarms(scene.report())).isEmpty();

        new DevWallet(scene.chain.client(), paid.address())
                .transfer(scene.chain.usdc(), new EvmAddress("0x" + "ee".repeat(20)), BigInteger.ONE);
        scene.chain.mine(1);
        assertThat(alarms(scene.report()))
                .anyMatch(line -> line.get("sentence").asString().contains("no sweep accounts for them"));
    }

    @Test
    void givenQuarantine_anOpenExposure_orASafetyCheckThatDidNotPass_thenItIsNotSwept() {
        scene.chain.endow(scene.hot.address());
        Paid sound = scene.funded(UNITS);
        Paid quarantined = scene.funded(UNITS);
        Paid exposed = scene.funded(UNITS);
        Paid suspect = scene.funded(UNITS);
        scene.jdbc
                .sql("update derived_destinations set status = 'quarantined' where payment_id = ?")
                .param(quarantined.payment())
                .update();
        scene.book(exposed, "adjustment", "exposure", "external", 1, "payment.credit-retracted.v1");
        screened(suspect);

        UUID batch = sweeps.plan();
        assertThat(from(batch)).containsExactly(sound.address().address().value());
        sweeps.approve(batch);
        List<Offered> offered = sweeps.prepared(batch);
        scene.jdbc
                .sql("update derived_destinations set status = 'quarantined' where payment_id = ?")
                .param(sound.payment())
                .update();
        assertThat(sweeps.handBack(batch, signed(offered, sound)).getFirst().detail())
                .as("quarantined after it was offered")
                .contains("in-quarantine");
        assertThatThrownBy(sweeps::plan).isInstanceOf(RuleViolated.class);
    }

    private JsonNode assertSound(String step) {
        JsonNode report = scene.report();
        assertThat(alarms(report)).as(step).isEmpty();
        assertThat(scene.jdbc
                        .sql("select count(*) from solvency_proofs where report_id = ?::uuid and reserve_units <"
                                + " total_units")
                        .param(report.get("id").asString())
                        .query(Integer.class)
                        .single())
                .as(step)
                .isZero();
        return report;
    }

    private static List<Handed> signed(List<Offered> offered, Paid... paid) {
        Map<EvmAddress, Signer> keys =
                Stream.of(paid).map(Paid::address).collect(Collectors.toMap(Signer::address, Function.identity()));
        return offered.stream()
                .map(one -> TestSweeps.signed(one, keys.get(one.from())))
                .toList();
    }

    private List<String> states() {
        return scene.jdbc
                .sql("select state from sweep_transactions")
                .query(String.class)
                .list();
    }

    private List<String> from(UUID batch) {
        return scene.jdbc
                .sql("select from_address from sweep_transactions where batch_id = ?")
                .param(batch)
                .query(String.class)
                .list();
    }

    /** What the projection writes when the destination was told. */
    private String told(Command command) {
        if (projecting && command instanceof RecordSweep sweep) {
            scene.jdbc
                    .sql("""
                        insert into derived_destination_sweeps (id, destination_id, chain_id, tx_hash, log_index, to_address, currency,
                            token_address, token_decimals, amount, amount_units, swept_at, created_at, updated_at)
                        select gen_random_uuid(), d.id, d.chain_id, ?, ?, ?, 'USDC', ?, 6, ?, ?, now(), now(), now()
                        from derived_destinations d
                        join sweep_transactions t on t.payment_id = d.payment_id and t.tx_hash = ?\
                        """)
                    .params(
                            sweep.key().txHash(),
                            sweep.key().logIndex(),
                            sweep.to().value(),
                            sweep.amount().asset().contract().value(),
                            new BigDecimal(sweep.amount().units(), 6),
                            new BigDecimal(sweep.amount().units()),
                            sweep.key().txHash())
                    .update();
        }
        return "done";
    }

    private void screened(Paid paid) {
        scene.jdbc.sql("""
            insert into transfer_screenings (id, payment_id, purchase_request_id, status, verdict, findings, rule_set_version,
                list_version, inputs, chain_id, tx_hash, log_index, from_address, to_address, currency, token_address,
                token_decimals, amount, amount_units, screened_at, version, position, created_at, updated_at)
            select gen_random_uuid(), p.id, p.purchase_request_id, 'rejected', 'reject', 'sanctioned', '1', '1', '{}', o.chain_id,
                o.tx_hash, o.log_index, o.from_address, o.to_address, 'USDC', o.token, 6, 500, o.amount, now(), 0, 9, now(), now()
            from payments p join derivation_indices d on d.payment_id = p.id
            join chain_observations o on o.to_address = d.address where p.id = ?\
            """).param(paid.payment()).update();
    }
}
