package io.amanat.chain.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.chain.sweep.TestSweeps.Offered;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.SweepRule;
import io.amanat.contract.custody.Sweeps.Handed;
import io.amanat.contract.custody.Sweeps.Taken;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a real node with real tokens: from a plan to what is in custody, with the operator's device beside. */
class SweepWorkerTest {

    private final TestDatabase database = TestDatabase.create();
    private final SweepScene scene = new SweepScene(database);
    private final TestSweeps sweeps = scene.sweeps;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenThreeAddressesAndTwoTokens_whenSignedAtOnce_thenAllOfItIsInCustody_andToldOnce() {
        EvmAddress one = scene.address();
        EvmAddress two = scene.address();
        EvmAddress three = scene.address();
        EvmAddress dust = scene.address();
        for (EvmAddress address : List.of(one, two, three)) {
            scene.deposit(address, scene.usdc, 1000);
        }
        scene.deposit(one, scene.usdc, 200);
        scene.deposit(one, scene.usdt, 700);
        scene.deposit(two, scene.usdt, 800);
        scene.depositUnits(dust, scene.usdc, BigInteger.valueOf(9_999));
        BigInteger usdc = scene.balance(scene.usdc, scene.hot.address());
        BigInteger usdt = scene.balance(scene.usdt, scene.hot.address());

        UUID batch = sweeps.plan();
        assertThat(scene.states(batch)).hasSize(5).containsOnly("planned");
        sweeps.round();
        assertThat(scene.states(batch)).as("nobody has approved it").containsOnly("planned");
        sweeps.approve(batch);
        List<Offered> offered = sweeps.prepared(batch);
        assertThat(offered).hasSize(5);
        assertThat(gasOrders()).as("one for each address").isEqualTo(3);

        List<Handed> signed = scene.signed(offered);
        List<Taken> taken = sweeps.handBack(batch, signed);
        assertThat(taken).allMatch(Taken::taken).extracting(Taken::txHash).doesNotHaveDuplicates();
        assertThat(sweeps.handBack(batch, signed)).isEqualTo(taken);
        sweeps.finish();

        assertThat(scene.states(batch)).containsOnly("final");
        assertThat(scene.balance(scene.usdc, scene.hot.address())).isEqualTo(usdc.add(scene.wholes(scene.usdc, 3200)));
        assertThat(scene.balance(scene.usdt, scene.hot.address())).isEqualTo(usdt.add(scene.wholes(scene.usdt, 1500)));
        assertThat(scene.recorded()).containsExactly("1000 USDC", "1000 USDC", "1200 USDC", "700 USDT", "800 USDT");
        assertThat(sweeps.handBack(batch, signed)).as("also afterwards").isEqualTo(taken);
        assertNothingToPlan();
    }

    @Test
    void givenOtherFieldsOrAnotherKey_whenHandedBack_thenEachIsRefusedByItsField_andTheRightOneIsTaken() {
        scene.deposit(scene.address(), scene.usdc, 1000);
        scene.deposit(scene.address(), scene.usdc, 1000);
        UUID batch = scene.prepared();
        List<Offered> offered = sweeps.offered(batch);
        Offered one = offered.getFirst();
        Offered two = offered.getLast();
        String more = one.data().substring(0, one.data().length() - 2) + "ff";

        List<Taken> answers = sweeps.handBack(
                batch,
                List.of(
                        TestSweeps.signed(one.id(), one.raw(TestSweeps.CHAIN, more), scene.key(one.path())),
                        TestSweeps.signed(one.id(), one.raw(1, one.data()), scene.key(one.path())),
                        TestSweeps.signed(one, scene.key(two.path())),
                        new Handed(
                                one.id(),
                                TestSweeps.signed(two, scene.key(two.path())).raw()),
                        new Handed(one.id(), "0x02zz"),
                        new Handed(UUID.randomUUID(), "0x02"),
                        TestSweeps.signed(two, scene.key(two.path()))));

        assertThat(answers)
                .extracting(Taken::field)
                .containsExactly("data", "chainId", "from", "from", "bytes", "sweepId", null);
        assertThat(answers.getLast().taken()).isTrue();
        assertThat(sweeps.state(one.id())).isEqualTo("unsigned");
        assertThat(sweeps.column(one.id(), "raw_transaction")).isEqualTo("null");

        assertThat(sweeps.handBack(batch, scene.signed(List.of(one))).getFirst().taken())
                .isTrue();
        sweeps.finish();
        assertThat(scene.states(batch)).containsOnly("final");
    }

    @Test
    void givenMoneyThatArrivesMeanwhile_thenItIsLeftForTheNextBatch() {
        EvmAddress address = scene.address();
        scene.deposit(address, scene.usdc, 1000);
        UUID batch = scene.prepared();
        scene.deposit(address, scene.usdc, 300);
        assertNothingToPlan();

        sweeps.handBack(batch, scene.signed(sweeps.offered(batch)));
        scene.deposit(address, scene.usdc, 50);
        sweeps.finish();
        assertThat(scene.balance(scene.usdc, address)).isEqualTo(scene.wholes(scene.usdc, 350));

        UUID next = scene.prepared();
        sweeps.handBack(next, scene.signed(sweeps.offered(next)));
        sweeps.finish();
        assertThat(scene.balance(scene.usdc, address)).isZero();
        assertThat(scene.recorded()).containsExactly("1000 USDC", "350 USDC");
    }

    @Test
    void givenATokenThatRefuses_thenItsSweepFailsWithItsWords_othersGo_andItIsPlannedAnewAfterwards() {
        EvmAddress address = scene.address();
        scene.deposit(address, scene.usdc, 1000);
        scene.deposit(address, scene.odd, 1000);
        scene.oddToken.pause(true);
        UUID batch = scene.prepared();
        assertThat(scene.states(batch)).anyMatch(state -> state.startsWith("failed refused-by-token: "));
        sweeps.handBack(batch, scene.signed(sweeps.offered(batch)));
        sweeps.finish();
        assertThat(scene.recorded()).containsExactly("1000 USDC");

        scene.oddToken.pause(false);
        UUID later = scene.prepared();
        scene.oddToken.pause(true);
        sweeps.handBack(later, scene.signed(sweeps.offered(later)));
        sweeps.finish();
        assertThat(scene.states(later)).as("paused after it was signed").containsExactly("failed reverted");

        scene.oddToken.pause(false);
        UUID last = scene.prepared();
        assertThat(sweeps.offered(last).getFirst().nonce()).isEqualTo(2);
        sweeps.handBack(last, scene.signed(sweeps.offered(last)));
        sweeps.finish();
        assertThat(scene.states(last)).containsExactly("final");
        assertThat(scene.balance(scene.odd, address)).isZero();
    }

    @Test
    void givenBytesThatTheNodeLost_orABlockThatLeftTheChain_thenTheSameBytesAreSentAgain() {
        EvmAddress address = scene.address();
        scene.deposit(address, scene.usdc, 1000);
        UUID batch = scene.prepared();
        String hash = sweeps.handBack(batch, scene.signed(sweeps.offered(batch)))
                .getFirst()
                .txHash();
        sweeps.round();
        assertThat(scene.states(batch)).containsExactly("broadcast");
        scene.chain.anvil().dropTransaction(hash);
        assertThat(scene.chain.client().knowsTransaction(hash)).isFalse();
        sweeps.round();
        assertThat(scene.chain.client().knowsTransaction(hash)).isTrue();

        scene.chain.mine(1);
        sweeps.round();
        assertThat(scene.states(batch)).containsExactly("mined");
        scene.chain.anvil().reorg(1);
        sweeps.round();
        assertThat(scene.states(batch)).containsExactly("broadcast");
        sweeps.finish();

        assertThat(scene.states(batch)).containsExactly("final");
        assertThat(scene.recorded()).containsExactly("1000 USDC");
    }

    @Test
    void givenNobodySigns_thenItIsGivenUp_itsNonceIsFreeAgain_andItsOldSignatureIsWorthNothing() {
        scene.deposit(scene.address(), scene.usdc, 1000);
        UUID batch = scene.prepared();
        Offered old = sweeps.offered(batch).getFirst();
        Handed late = scene.signed(List.of(old)).getFirst();
        sweeps.pass(Duration.ofHours(24));
        sweeps.round();
        assertThat(scene.states(batch)).containsExactly("cancelled not-signed-in-time");
        assertThat(sweeps.handBack(batch, List.of(late)).getFirst().field()).isEqualTo("sweepId");

        UUID next = scene.prepared();
        Offered now = sweeps.offered(next).getFirst();
        assertThat(now.nonce()).isEqualTo(old.nonce());
        assertThat(gasOrders()).as("what it was given is still there").isEqualTo(1);

        scene.chain.client().send(late.raw());
        scene.chain.mine(TestSweeps.CONFIRMATIONS + 1);
        sweeps.round();
        assertThat(scene.states(next)).as("somebody sent the old one").containsExactly("cancelled nonce-used");
        assertNothingToPlan();
    }

    @Test
    void givenWhoPlanned_whenTheyApprove_thenRefused_andWhatIsCancelledIsNotSigned() {
        scene.deposit(scene.address(), scene.usdc, 1000);
        UUID batch = sweeps.plan();
        sweeps.planner().plan(batch, TestSweeps.PLANNER);
        assertThat(scene.states(batch)).as("asked twice under one id").hasSize(1);
        assertRefused(
                SweepRule.A_BATCH_IS_APPROVED_BY_ANOTHER,
                () -> sweeps.batches().approve(batch, TestSweeps.PLANNER, TestSweeps.reason()));
        sweeps.approve(batch);
        sweeps.approve(batch); // again, after an answer that got lost
        assertRefused(
                SweepRule.ONLY_PLANNED_BATCHES_ARE_APPROVED,
                () -> sweeps.batches().approve(batch, "user:another", TestSweeps.reason()));
        Offered offered = sweeps.prepared(batch).getFirst();

        sweeps.batches().cancel(batch, "user:guard", TestSweeps.reason());
        assertThat(sweeps.handBack(batch, scene.signed(List.of(offered)))
                        .getFirst()
                        .taken())
                .isFalse();
        sweeps.batches().cancel(batch, "user:guard", TestSweeps.reason());
        assertRefused(
                SweepRule.ONLY_UNSIGNED_SWEEPS_ARE_CANCELLED,
                () -> sweeps.batches().cancel(batch, "user:another", TestSweeps.reason()));
        assertRefused(SweepRule.NO_SUCH_SWEEP_BATCH, () -> sweeps.approve(UUID.randomUUID()));
    }

    @Test
    void givenLessThanTheBooksSay_whenPlanned_thenItIsLeftForTheReconciliation() {
        EvmAddress robbed = scene.address();
        scene.deposit(robbed, scene.usdc, 1000);
        scene.jdbc
                .sql("update chain_observations set amount = amount + 1 where to_address = ?")
                .param(robbed.value())
                .update();
        assertNothingToPlan();
    }

    private int gasOrders() {
        return scene.jdbc
                .sql("select count(*) from custody_transactions where kind = 'gas'")
                .query(Integer.class)
                .single();
    }

    private void assertNothingToPlan() {
        assertRefused(SweepRule.NOTHING_IS_WORTH_ITS_GAS, sweeps::plan);
    }

    private static void assertRefused(SweepRule rule, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
