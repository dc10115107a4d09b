package io.amanat.chain.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeUnavailable;
import io.amanat.chain.local.DevWallet;
import io.amanat.chain.payout.PayoutScene.Ordered;
import io.amanat.chain.testing.TestTools;
import io.amanat.contract.Command;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyTransferCommand;
import io.amanat.contract.custody.CustodyTransferCommand.RecordBroadcast;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFailure;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferCommand.RecordMined;
import io.amanat.contract.custody.CustodyTransferCommand.RecordSigned;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayoutWorkerTest {

    private static final BigInteger TOO_MUCH = BigInteger.TEN.pow(14);

    private final TestDatabase database = TestDatabase.create();
    private final PayoutScene scene = new PayoutScene(database);
    private final PayoutWorker worker = scene.restarted();

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USDC", "USDT"})
    void paysExactlyOnceAndTellsEveryStep(String currency) {
        Asset asset = currency.equals("USDC") ? scene.usdc : scene.usdt;
        Ordered ordered = scene.order(asset, 125_500_000);
        worker.round();
        scene.chain.mine(1);
        worker.round();
        assertThat(scene.sent.all())
                .extracting(Object::getClass)
                .containsExactly(RecordSigned.class, RecordBroadcast.class, RecordMined.class);
        scene.chain.mine(PayoutScene.CONFIRMATIONS - 1);
        worker.round();
        worker.round();

        assertThat(scene.sent.all())
                .extracting(Object::getClass)
                .containsExactly(RecordSigned.class, RecordBroadcast.class, RecordMined.class, RecordFinal.class);
        assertThat(scene.sent.origins())
                .containsOnly(
                        Origin.system("custody-worker", ordered.instruction().requestId()));
        assertPaidOnce(ordered);
    }

    @Test
    void submittedAgainItChangesNothing_andWithAnotherContentIsRefused() {
        Ordered ordered = scene.order(scene.usdc, 7);
        scene.submit(ordered);
        finish();
        scene.submit(ordered);
        finish();
        assertPaidOnce(ordered);

        Ordered other = scene.order(scene.usdc, 8);
        assertThatIllegalStateException().isThrownBy(() -> scene.gateway.submit(ordered.id(), 1, other.instruction()));
    }

    @Test
    void whenItCrashesAtAnyCommand_beforeOrAfterItWasTaken_thenItIsStillPaidOnce() {
        for (Class<?> step : List.of(RecordSigned.class, RecordBroadcast.class, RecordMined.class, RecordFinal.class)) {
            for (boolean taken : List.of(false, true)) {
                Ordered ordered = scene.order(scene.usdc, 1_000);
                crashOnceAt(step, taken);
                finishRestarting();
                assertPaidOnce(ordered);
            }
        }
    }

    @Test
    void whenItCrashesBetweenStoringAndTelling_thenTheSameBytesGoOut() {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        crashOnceAt(RecordSigned.class, false);
        assertThatExceptionOfType(Crash.class).isThrownBy(worker::round);
        assertThat(scene.state(ordered)).isEqualTo("signed");
        String hash = scene.column(ordered, "tx_hash");
        assertThat(scene.chain.client().knowsTransaction(hash)).isFalse();

        finishRestarting();
        assertThat(scene.onChain(ordered))
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.transactionHash()).isEqualTo(hash));
    }

    @Test
    void whenTheNodeHasItButItWasNotNoted_thenItIsFoundByItsHash() {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        worker.sign();
        String raw = "0x" + scene.column(ordered, "encode(raw_transaction, 'hex')");
        scene.jdbc
                .sql("update custody_transactions set state = 'signed', broadcast_at = null")
                .update();
        scene.chain.client().send(raw);
        scene.chain.mine(1);

        finishRestarting();
        assertPaidOnce(ordered);
    }

    @Test
    void broadcastTwiceItIsMinedOnce() {
        Ordered ordered = scene.order(scene.usdt, 1_000);
        worker.sign();
        worker.broadcast();
        worker.broadcast();
        scene.restarted().broadcast();
        finish();
        assertPaidOnce(ordered);
    }

    @Test
    void whenTheNodeLosesItsPool_thenTheSameBytesAreSentAgain() {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        worker.round();
        String hash = scene.column(ordered, "tx_hash");
        scene.chain.anvil().dropTransaction(hash);
        scene.chain.mine(1);
        assertThat(scene.onChain(ordered)).isEmpty();

        finish();
        assertThat(scene.onChain(ordered).getFirst().transactionHash()).isEqualTo(hash);
        assertPaidOnce(ordered);
    }

    @Test
    void whenItsBlockLeavesTheChain_thenTheSameBytesAreMinedAgain() {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        worker.round();
        scene.chain.mine(1);
        worker.round();
        assertThat(scene.state(ordered)).isEqualTo("mined");
        scene.chain.anvil().reorg(1);
        worker.round();
        assertThat(scene.state(ordered)).isEqualTo("broadcast");

        finish();
        assertPaidOnce(ordered);
        assertThat(scene.sent.all(RecordMined.class))
                .extracting(RecordMined::blockHash)
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(scene.sent.all(RecordFinal.class)).hasSize(1);
    }

    @Test
    void whenAGuardHoldsOne_thenItsNonceIsFreeAndTheNextOneGoesOut() {
        Ordered held = scene.order(scene.usdc, 1_000);
        Ordered next = scene.order(scene.usdc, 2_000);
        scene.sent.before(command -> {
            if (command.target().equals(held.id())) {
                throw new RuleViolated(CustodyRule.ONLY_APPROVED_TRANSFERS_ARE_SIGNED);
            }
        });
        finish();
        assertPaidOnce(next);
        assertThat(scene.onChain(held)).isEmpty();
        assertThat(scene.state(held)).isEqualTo("queued");
        assertThat(worker.troubles())
                .singleElement()
                .asString()
                .contains(held.id().toString());

        scene.sent.before(command -> {});
        scene.rested();
        finish();
        assertPaidOnce(held);
    }

    @Test
    void whenTheAccountHasTooLittle_thenItWaitsAndTheNextOneGoesOut() {
        Ordered large = scene.order(scene.usdc, TOO_MUCH, scene.chain.seller().address());
        Ordered small = scene.order(scene.usdc, 1_000);
        finish();
        assertPaidOnce(small);
        assertThat(scene.state(large)).isEqualTo("queued");
        assertThat(worker.troubles()).singleElement().asString().contains("needs " + TOO_MUCH);
    }

    @Test
    void whenTwoTogetherAreTooMuch_thenTheSecondIsNotSignedWhileTheFirstIsUnderway() {
        BigInteger most = BigInteger.TEN.pow(13).divide(BigInteger.TWO).add(BigInteger.ONE);
        Ordered first = scene.order(scene.usdc, most, new EvmAddress("0x" + "a1".repeat(20)));
        Ordered second = scene.order(scene.usdc, most, new EvmAddress("0x" + "a2".repeat(20)));
        worker.round();
        assertThat(scene.state(first)).isEqualTo("broadcast");
        assertThat(scene.state(second)).isEqualTo("queued");
    }

    @Test
    void whenTheTransactionIsReverted_thenItFailsWhenThatIsFinal() {
        EvmAddress buyer = scene.chain.buyer().address();
        new DevWallet(scene.chain.client(), scene.hot)
                .send(scene.chain.usdc(), "0x095ea7b3" + word(buyer) + "f".repeat(64));
        scene.chain.mine(1);
        Ordered ordered = scene.order(scene.usdc, BigInteger.TEN.pow(13), new EvmAddress("0x" + "b1".repeat(20)));
        worker.round();
        scene.chain.anvil().dropTransaction(scene.column(ordered, "tx_hash"));
        scene.chain
                .buyer()
                .send(
                        scene.chain.usdc(),
                        "0x23b872dd" + word(scene.hot.address()) + word(buyer) + "0".repeat(63) + "1");
        scene.chain.mine(1);
        worker.round();
        scene.chain.mine(1);
        worker.round();
        assertThat(scene.sent.all(RecordFailure.class)).isEmpty();

        finish();
        assertThat(scene.sent.all(RecordFailure.class))
                .containsExactly(new RecordFailure(ordered.id(), 1, PayoutFollowing.REVERTED));
        assertThat(scene.onChain(ordered)).isEmpty();
        scene.gateway.submit(ordered.id(), 2, ordered.instruction());
    }

    @Test
    void whenSomebodyElseUsesTheNonce_thenItSaysSoAndNeverPaysAgain() {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        worker.round();
        scene.chain.anvil().dropTransaction(scene.column(ordered, "tx_hash"));
        new DevWallet(scene.chain.client(), scene.hot)
                .transfer(scene.chain.usdc(), scene.chain.seller().address(), BigInteger.ONE);
        scene.chain.mine(1);
        Ordered next = scene.order(scene.usdc, 2_000);
        finish();
        assertPaidOnce(next);
        assertThat(scene.onChain(ordered)).isEmpty();
        assertThat(worker.troubles()).singleElement().asString().contains("somebody else signs");
    }

    @Test
    void whenTheNodeIsDown_thenEverythingWaits() throws IOException {
        Ordered ordered = scene.order(scene.usdc, 1_000);
        try (EvmClient nobody = new EvmClient("http://127.0.0.1:" + TestTools.freePort(), Duration.ofSeconds(1))) {
            assertThatExceptionOfType(NodeUnavailable.class)
                    .isThrownBy(() -> scene.with(nobody).round());
        }
        assertThat(scene.state(ordered)).isEqualTo("queued");
        finish();
        assertPaidOnce(ordered);
    }

    @Test
    void whenTheBusIsBrokenForOne_thenThoseOnTheirWayGoOn() {
        Ordered fine = scene.order(scene.usdc, 1_000);
        worker.round();
        Ordered broken = scene.order(scene.usdc, 2_000);
        scene.sent.before(command -> {
            if (command.target().equals(broken.id())) {
                throw new IllegalStateException("the bus is broken");
            }
        });
        finish();
        assertPaidOnce(fine);
        assertThat(scene.onChain(broken)).isEmpty();
        assertThat(worker.troubles()).singleElement().asString().contains("the bus is broken");

        scene.sent.before(command -> {});
        scene.rested();
        finish();
        assertPaidOnce(broken);
    }

    @Test
    void twoWorkersAtOncePayEachTransferOnce() throws Exception {
        List<Ordered> all = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            all.add(scene.order(i % 2 == 0 ? scene.usdc : scene.usdt, i));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            PayoutWorker other = scene.restarted();
            for (int i = 0; i < 3; i++) {
                Future<?> one = threads.submit(worker::round);
                Future<?> two = threads.submit(other::round);
                one.get();
                two.get();
                scene.chain.mine(1);
            }
        }
        finish();
        all.forEach(this::assertPaidOnce);
    }

    private void finish() {
        for (int i = 0; i < PayoutScene.CONFIRMATIONS + 2; i++) {
            worker.round();
            scene.chain.mine(1);
        }
        worker.round();
    }

    private void finishRestarting() {
        for (int i = 0; i < PayoutScene.CONFIRMATIONS + 3; i++) {
            try {
                scene.restarted().round();
            } catch (Crash crash) {
                // the next one is a new process
            }
            scene.chain.mine(1);
        }
        scene.restarted().round();
    }

    private void crashOnceAt(Class<?> step, boolean taken) {
        boolean[] crashed = {false};
        Consumer<Command> crash = command -> {
            if (step.isInstance(command) && !crashed[0]) {
                crashed[0] = true;
                throw new Crash();
            }
        };
        scene.sent.before(taken ? command -> {} : crash);
        scene.sent.after(taken ? crash : command -> {});
    }

    private void assertPaidOnce(Ordered ordered) {
        assertThat(scene.onChain(ordered)).singleElement().satisfies(transfer -> {
            assertThat(transfer.amount())
                    .isEqualTo(ordered.instruction().amount().units());
            assertThat(transfer.token())
                    .isEqualTo(ordered.instruction().amount().asset().contract());
            assertThat(transfer.from()).isEqualTo(scene.hot.address());
        });
        assertThat(scene.state(ordered)).isEqualTo("final");
        assertThat(scene.sent.all(CustodyTransferCommand.class))
                .filteredOn(command -> command.target().equals(ordered.id()))
                .last()
                .isInstanceOf(RecordFinal.class);
        assertThat(scene.sent.all(RecordSigned.class).stream()
                        .filter(command -> command.target().equals(ordered.id()))
                        .map(command -> command.transaction().txHash())
                        .distinct())
                .hasSize(1);
    }

    private static String word(EvmAddress address) {
        return "0".repeat(24) + address.value().substring(2);
    }

    /** Not an exception that anything handles: the process is gone. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
