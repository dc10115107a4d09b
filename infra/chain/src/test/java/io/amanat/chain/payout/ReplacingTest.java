package io.amanat.chain.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.chain.custody.SignedContent;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.payout.PayoutScene.Ordered;
import io.amanat.contract.custody.CustodyTransferCommand.RecordBroadcast;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferCommand.RecordMined;
import io.amanat.contract.custody.CustodyTransferCommand.RecordReplaced;
import io.amanat.contract.custody.CustodyTransferCommand.RecordSigned;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for its price is signed again with the same nonce; whichever version is mined is the payout. */
class ReplacingTest {

    private final TestDatabase database = TestDatabase.create();
    private final PayoutScene scene = new PayoutScene(database);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenAPayoutBelowTheBaseFee_whenItHasWaited_thenItIsReplacedAndPaidOnce() {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        scene.restarted().round();
        SignedTransaction first = versions(ordered).getFirst();
        scene.chain.anvil().nextBaseFeeWei(fees(first).maxFeePerGasWei().multiply(BigInteger.TWO));
        scene.chain.mine(1);
        scene.restarted().round();
        assertThat(versions(ordered)).hasSize(1);
        assertThat(scene.onChain(ordered)).isEmpty();

        scene.pass(PayoutScene.REPLACE_AFTER);
        scene.restarted().round();
        assertThat(versions(ordered)).hasSize(2);
        SignedTransaction second = versions(ordered).getLast();
        assertThat(second.nonce()).isEqualTo(first.nonce());
        assertThat(SignedContent.of(second).data())
                .isEqualTo(SignedContent.of(first).data());
        assertEighthMore(fees(first).maxFeePerGasWei(), fees(second).maxFeePerGasWei());
        assertEighthMore(fees(first).maxPriorityFeePerGasWei(), fees(second).maxPriorityFeePerGasWei());

        scene.finish(scene.restarted());
        assertPaidOnceBy(ordered, second);
        assertThat(scene.sent.all())
                .extracting(Object::getClass)
                .containsExactly(
                        RecordSigned.class,
                        RecordBroadcast.class,
                        RecordReplaced.class,
                        RecordBroadcast.class,
                        RecordMined.class,
                        RecordFinal.class);
    }

    @Test
    void givenAReplacedPayout_whenTheFirstVersionIsMined_thenThatIsThePayout() {
        Ordered ordered = replaced();
        minedInstead(ordered, 1, 0);

        scene.finish(scene.restarted());
        assertPaidOnceBy(ordered, versions(ordered).getFirst());
        assertThat(scene.sent.all(RecordReplaced.class))
                .extracting(RecordReplaced::transaction)
                .containsExactly(versions(ordered).getLast(), versions(ordered).getFirst());
    }

    @Test
    void givenOneVersionMined_whenAReorgPutsTheOtherInItsPlace_thenTheOtherIsThePayout() {
        Ordered ordered = replaced();
        minedInstead(ordered, 1, 0);
        scene.restarted().round();
        assertThat(scene.state(ordered)).isEqualTo("mined");

        scene.chain.anvil().reorg(1);
        scene.restarted().round();
        assertThat(scene.state(ordered)).isEqualTo("broadcast");
        minedInstead(ordered, 0, 1);

        scene.finish(scene.restarted());
        assertPaidOnceBy(ordered, versions(ordered).getLast());
        assertThat(scene.sent.all(RecordFinal.class)).hasSize(1);
    }

    @Test
    void givenAPriceAboveTheBound_whenItHasWaited_thenItWaitsOnAndSaysWhy() {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        scene.restarted().round();
        scene.pass(PayoutScene.REPLACE_AFTER);
        PayoutWorker mean = scene.with(
                scene.chain.client(),
                new ReplacingRules(
                        PayoutScene.REPLACE_AFTER,
                        fees(versions(ordered).getFirst()).maxFeePerGasWei()));
        mean.round();
        assertThat(mean.troubles()).anyMatch(trouble -> trouble.contains("waits for its price"));
        assertThat(versions(ordered)).hasSize(1);
        assertThat(scene.sent.all(RecordReplaced.class)).isEmpty();

        Ordered next = scene.order(scene.usdc, 2_000);
        PayoutWorker mad =
                scene.with(scene.chain.client(), new ReplacingRules(PayoutScene.REPLACE_AFTER, BigInteger.ONE));
        mad.round();
        assertThat(scene.state(next)).isEqualTo("queued");
        assertThat(mad.troubles()).anyMatch(trouble -> trouble.contains("Gas costs"));

        scene.rested();
        scene.finish(scene.restarted());
        assertThat(scene.onChain(ordered)).hasSize(1);
        assertThat(scene.onChain(next)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenACrashAroundTellingTheReplacement_thenItIsPaidOnce(boolean taken) {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        scene.restarted().round();
        scene.pass(PayoutScene.REPLACE_AFTER);
        boolean[] crashed = {false};
        Runnable crash = () -> {
            if (!crashed[0]) {
                crashed[0] = true;
                throw new AssertionError("the process is gone");
            }
        };
        scene.sent.before(command -> {
            if (!taken && command instanceof RecordReplaced) {
                crash.run();
            }
        });
        scene.sent.after(command -> {
            if (taken && command instanceof RecordReplaced) {
                crash.run();
            }
        });
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> scene.restarted().round());
        SignedTransaction second = versions(ordered).getLast();
        assertThat(scene.chain.client().knowsTransaction(second.txHash())).isFalse();

        scene.finish(scene.restarted());
        assertPaidOnceBy(ordered, second);
    }

    @Test
    void givenTwoThatWait_whenTheFirstIsReplaced_thenTheSecondKeepsItsBytes() {
        Ordered one = scene.order(scene.usdc, 1_000);
        Ordered two = scene.order(scene.usdt, 2_000);
        scene.restarted().round();
        scene.pass(PayoutScene.REPLACE_AFTER);
        scene.restarted().round();
        assertThat(versions(one)).hasSize(2);
        assertThat(versions(two)).hasSize(1);
        scene.finish(scene.restarted());
        assertPaidOnceBy(one, versions(one).getLast());
        assertPaidOnceBy(two, versions(two).getFirst());
    }

    private Ordered replaced() {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        scene.restarted().round();
        scene.pass(PayoutScene.REPLACE_AFTER);
        scene.restarted().round();
        assertThat(versions(ordered)).hasSize(2);
        return ordered;
    }

    /** One version leaves the node's pool and the other is mined. */
    private void minedInstead(Ordered ordered, int dropped, int mined) {
        List<SignedTransaction> versions = versions(ordered);
        scene.chain.anvil().dropTransaction(versions.get(dropped).txHash());
        scene.chain.client().send(versions.get(mined).raw());
        scene.chain.mine(1);
        assertThat(scene.onChain(ordered))
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.transactionHash())
                        .isEqualTo(versions.get(mined).txHash()));
    }

    /** In the order in which they were signed. */
    private List<SignedTransaction> versions(Ordered ordered) {
        return scene.jdbc
                .sql("""
                    select p.chain_id, p.from_account, v.nonce, v.tx_hash, v.raw_transaction
                    from custody_transaction_versions v join custody_transactions p using (transfer_id, attempt)
                    where transfer_id = ? order by v.signed_at\
                    """)
                .param(ordered.id().value())
                .query((row, _) -> PayoutRow.transaction(row))
                .list();
    }

    private void assertPaidOnceBy(Ordered ordered, SignedTransaction version) {
        assertThat(scene.onChain(ordered)).singleElement().satisfies(transfer -> {
            assertThat(transfer.transactionHash()).isEqualTo(version.txHash());
            assertThat(transfer.amount())
                    .isEqualTo(ordered.instruction().amount().units());
        });
        assertThat(scene.state(ordered)).isEqualTo("final");
        assertThat(scene.column(ordered, "tx_hash")).isEqualTo(version.txHash());
        assertThat(scene.column(ordered, "told_tx_hash")).isEqualTo(version.txHash());
    }

    private static FeeQuote fees(SignedTransaction transaction) {
        return SignedContent.of(transaction).fees();
    }

    private static void assertEighthMore(BigInteger before, BigInteger after) {
        assertThat(after.multiply(BigInteger.valueOf(8)))
                .isGreaterThanOrEqualTo(before.multiply(BigInteger.valueOf(9)));
    }
}
