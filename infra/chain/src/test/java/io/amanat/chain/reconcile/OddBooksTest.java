package io.amanat.chain.reconcile;

import static io.amanat.chain.reconcile.BooksScene.alarms;
import static io.amanat.chain.reconcile.BooksScene.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.local.DevWallet;
import io.amanat.chain.reconcile.BooksScene.Paid;
import io.amanat.chain.testing.OddToken;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A token that keeps a part of what it moves, and a loss that is named and still a loss. */
class OddBooksTest {
    private static final EvmAddress THIEF = new EvmAddress("0x" + "ef".repeat(20));

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenATokenThatMovedOtherwise_thenItIsExplained_alsoOnceAGuardTookItForDone_andATheftIsNot() {
        TestChain chain = TestChain.shared();
        OddToken odd = OddToken.deploy(chain, 6);
        BooksScene scene = new BooksScene(database, odd.address());
        odd.mint(chain.buyer().address(), BigInteger.valueOf(1_000));
        odd.mint(scene.hot.address(), BigInteger.valueOf(5_000));
        chain.endow(scene.hot.address());
        Paid paid = scene.funded(1_000);
        assertThat(alarms(scene.report())).isEmpty();

        odd.takeFeeBps(100);
        UUID transfer = scene.payout(paid, 1_000, "mined");
        scene.jdbc
                .sql("update custody_transactions set state = 'reverted', failure = 'moved-otherwise: 990 of 1000'"
                        + " where transfer_id = ?")
                .param(transfer)
                .update();
        JsonNode moved = scene.report();
        assertThat(alarms(moved)).isEmpty();
        assertThat(lines(moved, Line.Kind.HOT_ACCOUNT_BALANCE)).isEmpty();
        assertThat(lines(moved, Line.Kind.PAYOUT_INSTRUCTION)).singleElement().satisfies(line -> {
            assertThat(line.get("expectedUnits").asString()).isEqualTo("1000");
            assertThat(line.get("actualUnits").asString()).isEqualTo("990");
            assertThat(line.get("sentence").asString())
                    .contains("moved another amount than was instructed")
                    .contains("until a guard takes it for done");
            assertThat(line.get("evidence").toString()).contains("custody transfer " + transfer);
        });

        scene.jdbc
                .sql("update custody_transfers set accepted_at = now(), accepted_by = ? where id = ?")
                .params(scene.user("guard"), transfer)
                .update();
        assertThat(alarms(scene.report())).isEmpty();
        scene.book(paid, "release", "escrow", "seller", 1_000, "settlement.funds-released.v1");
        scene.held(paid, 0);
        JsonNode accepted = scene.report();
        assertThat(alarms(accepted)).isEmpty();
        assertThat(lines(accepted, Line.Kind.PAYOUT_INSTRUCTION))
                .singleElement()
                .satisfies(line -> assertThat(line.get("sentence").asString()).contains("a guard took it for done"));

        new DevWallet(chain.client(), scene.hot).transfer(odd.address(), THIEF, BigInteger.TEN);
        chain.mine(1);
        assertThat(alarms(scene.report())).singleElement().satisfies(line -> {
            assertThat(line.get("kind").asString()).isEqualTo(Line.Kind.HOT_ACCOUNT_BALANCE.wire());
            assertThat(line.get("differenceUnits").asString()).isEqualTo("-10");
        });
    }

    @Test
    void givenAnExposure_whenLessIsThereThanIsOwed_thenTheAlarmNamesIt_andTheProofShowsTheShortfall() {
        BooksScene scene = new BooksScene(database);
        Paid gone = scene.opened();
        Paid owed = scene.funded(10);
        scene.book(gone, "adjustment", "exposure", "external", 20, "payment.credit-retracted.v1");
        scene.book(gone, "adjustment", "external", "platform", 20, "payment.test.v1");
        assertThat(alarms(scene.report())).isEmpty();

        new DevWallet(scene.chain.client(), owed.address()).transfer(scene.chain.usdc(), THIEF, BigInteger.valueOf(3));
        scene.chain.mine(1);

        assertThat(lines(scene.report(), Line.Kind.RESERVE)).singleElement().satisfies(line -> {
            assertThat(line.get("alarm").asBoolean()).isTrue();
            assertThat(line.get("sentence").asString())
                    .contains("Less is there than is owed")
                    .contains("20 units that are exposed");
        });
        assertThat(scene.jdbc
                        .sql("select total_units || ' of ' || reserve_units from solvency_proofs"
                                + " order by created_at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("10 of 7");
    }

    @Test
    void givenMoneyThatLeftTheChain_whenThePaymentIsNotYetToldSo_thenTheReserveIsExplained_andNoMoreThanThat() {
        BooksScene scene = new BooksScene(database);
        Paid gone = scene.opened();
        scene.book(gone, "payment_detected", "external", "clearing", 5_000, "payment.transfer-detected.v1");
        scene.book(gone, "hold", "clearing", "escrow", 5_000, "payment.funds-held.v1");
        scene.held(gone, 5_000);
        Paid owed = scene.funded(10);
        scene.jdbc
                .sql("""
                    insert into chain_observations (chain_id, tx_hash, log_index, block_number, block_hash, block_time, token,
                        from_address, to_address, amount, state, retraction_due)
                    select chain_id, '0x' || repeat('ab', 32), 0, block_number, '0x' || repeat('cd', 32), block_time, token,
                        from_address, ?, 5000, 'orphaned', true
                    from chain_observations where to_address = ?\
                    """)
                .params(
                        gone.address().address().value(),
                        owed.address().address().value())
                .update();

        JsonNode report = scene.report();
        assertThat(alarms(report)).isEmpty();
        assertThat(lines(report, Line.Kind.RESERVE))
                .singleElement()
                .satisfies(line -> assertThat(line.get("sentence").asString())
                        .contains("5000 units left the chain")
                        .contains("not yet told so"));

        new DevWallet(scene.chain.client(), owed.address()).transfer(scene.chain.usdc(), THIEF, BigInteger.ONE);
        scene.chain.mine(1);
        assertThat(lines(scene.report(), Line.Kind.RESERVE))
                .singleElement()
                .satisfies(line -> assertThat(line.get("alarm").asBoolean()).isTrue());
    }
}
