package io.amanat.chain.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.custody.SignedContent;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.payout.PayoutScene.Ordered;
import io.amanat.contract.custody.CustodyTransferCommand.RecordSigned;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two accounts pay on one chain: what one of them waits for holds up nothing of the other. */
class TwoHotAccountsTest {

    private final TestDatabase database = TestDatabase.create();
    private final PayoutScene scene = new PayoutScene(database);
    private final Signer second = scene.another();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenAnAccountWhoseTransactionIsStuck_thenTheOtherPaysEverythingElse() {
        Ordered stuck = scene.order(scene.usdc, 1_000);
        scene.restarted().round();
        assertThat(scene.column(stuck, "from_account"))
                .isEqualTo(scene.hot.address().value());
        aboveThePriceOf(stuck);
        scene.pass(PayoutScene.REPLACE_AFTER);
        scene.restarted().round();
        assertThat(scene.column(stuck, "state")).isEqualTo("broadcast");
        aboveThePriceOf(stuck);

        List<Ordered> others = List.of(scene.order(scene.usdc, 1_000), scene.order(scene.usdt, 2_000));
        scene.restarted().round();
        for (int nonce = 0; nonce < others.size(); nonce++) {
            assertThat(scene.column(others.get(nonce), "from_account"))
                    .isEqualTo(second.address().value());
            assertThat(scene.column(others.get(nonce), "nonce")).isEqualTo("" + nonce);
        }
        aboveThePriceOf(stuck);
        scene.restarted().round();
        assertThat(others).allMatch(other -> scene.state(other).equals("mined"));
        assertThat(scene.state(stuck)).isEqualTo("broadcast");

        scene.pass(PayoutScene.REPLACE_AFTER);
        scene.restarted().round();
        scene.finish(scene.restarted());
        assertThat(scene.state(stuck)).isEqualTo("final");
        assertThat(others).allMatch(other -> scene.state(other).equals("final"));
        assertThat(scene.onChain(stuck)).hasSize(1);
        assertThat(others).allMatch(other -> scene.onChain(other).size() == 1);
    }

    @Test
    void givenTwoPayouts_thenEachAccountPaysOne_andALargeOneComesFromWhereTheTokensAre() {
        Ordered one = scene.order(scene.usdc, 1_000);
        Ordered two = scene.order(scene.usdc, 1_000);
        scene.restarted().round();
        assertThat(List.of(scene.column(one, "from_account"), scene.column(two, "from_account")))
                .containsExactly(scene.hot.address().value(), second.address().value());

        BigInteger more = scene.chain.client().tokenBalance(scene.usdc.contract(), scene.hot.address());
        scene.chain.pay(scene.usdc.contract(), second.address(), BigInteger.TEN.pow(6));
        Ordered large = scene.order(scene.usdc, more.longValueExact());
        scene.restarted().round();
        scene.finish(scene.restarted());
        assertThat(scene.column(large, "from_account"))
                .isEqualTo(second.address().value());
        assertThat(scene.onChain(large)).hasSize(1);
    }

    @Test
    void givenBytesOfWhichNobodyKnowsWhetherTheyWereTold_thenOnlyTheirAccountSignsNoMore() {
        Ordered untold = scene.order(scene.usdc, 1_000);
        Ordered other = scene.order(scene.usdc, 2_000);
        Ordered third = scene.order(scene.usdc, 3_000);
        scene.sent.before(command -> {
            if (command instanceof RecordSigned signed && signed.transferId().equals(untold.id())) {
                throw new IllegalStateException("no answer");
            }
        });
        scene.restarted().round();
        assertThat(scene.column(untold, "state")).isEqualTo("signed");
        assertThat(List.of(scene.column(other, "from_account"), scene.column(third, "from_account")))
                .containsOnly(second.address().value());

        scene.sent.before(command -> {});
        scene.rested();
        scene.finish(scene.restarted());
        assertThat(List.of(untold, other, third))
                .allMatch(ordered -> scene.onChain(ordered).size() == 1);
    }

    /** The next block wants more than any version of it offers; it is mined. */
    private void aboveThePriceOf(Ordered stuck) {
        BigInteger offered = scene.jdbc
                .sql("select * from custody_transactions where transfer_id = ?")
                .param(stuck.id().value())
                .query((row, _) -> SignedContent.of(PayoutRow.transaction(row)).fees())
                .single()
                .maxFeePerGasWei();
        scene.chain.anvil().nextBaseFeeWei(offered.add(BigInteger.ONE));
        scene.chain.mine(1);
    }
}
