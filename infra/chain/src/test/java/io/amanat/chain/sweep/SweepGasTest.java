package io.amanat.chain.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gas goes the way of payouts: from the hot account, in its nonces, once. */
class SweepGasTest {

    private final TestDatabase database = TestDatabase.create();
    private final SweepScene scene = new SweepScene(database);
    private final TestSweeps sweeps = scene.sweeps;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenAnAddressWithCoins_thenOnlyWhatLacksIsGiven_andOneThatHasEnoughIsGivenNothing() {
        EvmAddress rich = scene.address();
        EvmAddress poor = scene.address();
        scene.deposit(rich, scene.usdc, 1000);
        scene.deposit(poor, scene.usdc, 1000);
        scene.deposit(poor, scene.usdt, 1000);
        scene.chain.anvil().setBalanceWei(rich, BigInteger.TEN.pow(18));
        scene.chain.anvil().setBalanceWei(poor, BigInteger.valueOf(1_000));
        UUID batch = sweeps.plan();
        sweeps.approve(batch);
        sweeps.round();
        assertThat(sweeps.offered(batch))
                .singleElement()
                .satisfies(offered -> assertThat(offered.from()).isEqualTo(rich));
        sweeps.prepared(batch);

        assertThat(scene.jdbc
                        .sql("select to_address from custody_transactions where kind = 'gas'")
                        .query(String.class)
                        .list())
                .containsExactly(poor.value());
        BigInteger needed = sweeps.offered(batch).stream()
                .filter(offered -> offered.from().equals(poor))
                .map(offered -> offered.maxFee().multiply(offered.gasLimit()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(scene.chain.client().balanceWei(poor)).isEqualTo(needed);
        assertThat(scene.sent.all()).as("no custody transfer is told of gas").isEmpty();
    }

    @Test
    void givenAHotAccountThatNeedsItsGasForPayouts_thenItGivesNone_andSaysWhy_untilItHasMore() {
        scene.deposit(scene.address(), scene.usdc, 1000);
        scene.chain.anvil().setBalanceWei(scene.hot.address(), BigInteger.TEN.pow(13));
        UUID batch = sweeps.plan();
        sweeps.approve(batch);
        sweeps.round();
        sweeps.round();
        assertThat(scene.states(batch)).containsExactly("priced");
        assertThat(sweeps.payouts(database.app()).troubles())
                .anyMatch(trouble -> trouble.contains("it must be able to pay out itself"));

        scene.chain.anvil().setBalanceWei(scene.hot.address(), BigInteger.TEN.pow(18));
        sweeps.pass(Duration.ofSeconds(11));
        assertThat(sweeps.prepared(batch)).hasSize(1);
    }

    @Test
    void givenGasThatIsStuck_thenItIsReplacedLikeAPayout_andGivenOnce() {
        EvmAddress address = scene.address();
        scene.deposit(address, scene.usdc, 1000);
        UUID batch = sweeps.plan();
        sweeps.approve(batch);
        sweeps.round();
        sweeps.payouts(database.app()).round();
        scene.chain
                .anvil()
                .nextBaseFeeWei(scene.chain.client().fees().maxFeePerGasWei().multiply(BigInteger.TWO));
        scene.chain.mine(1);
        assertThat(scene.chain.client().balanceWei(address))
                .as("below the base fee")
                .isZero();

        sweeps.pass(Duration.ofMinutes(3));
        List<TestSweeps.Offered> ready = sweeps.prepared(batch);

        assertThat(scene.jdbc
                        .sql("select count(*) from custody_transaction_versions")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(ready).hasSize(1);
        assertThat(scene.chain.client().balanceWei(address))
                .isEqualTo(ready.getFirst().maxFee().multiply(ready.getFirst().gasLimit()));
    }
}
