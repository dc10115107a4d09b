package io.amanat.chain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.NodeUnavailable;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.evm.SendOutcome;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.testing.TestTools;
import io.amanat.chain.watch.WatchScene.Due;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.RetractTransfer;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChainWatcherTest {

    private static final BigInteger AMOUNT = new BigInteger("125500000");

    private final TestDatabase database = TestDatabase.create();
    private final WatchScene scene = new WatchScene(database);
    private ChainWatcher watcher = scene.restarted();

    @AfterEach
    void drop() {
        database.close();
    }

    @BeforeEach
    void caughtUp() {
        watcher.round();
        assertThat(scene.sent.all()).isEmpty();
    }

    @Test
    void tellsATransferWhenItIsSeenAndWhenItIsConfirmed() {
        Due due = scene.newPayment();
        Receipt receipt = scene.chain.pay(scene.chain.usdc(), due.address(), AMOUNT);
        TransferKey key = key(receipt);

        watcher.round();
        assertThat(scene.sent.all())
                .containsExactly(new ObserveTransfer(
                        due.payment(),
                        new ObservedTransfer(
                                key,
                                scene.chain.buyer().address(),
                                due.address(),
                                scene.usdc.units(AMOUNT),
                                receipt.blockNumber(),
                                receipt.blockHash())));
        assertThat(scene.sent.origins())
                .containsExactly(new Origin(
                        "provider:amn.scanner", "system", due.request().toString(), Map.of()));

        scene.chain.mine(WatchScene.CONFIRMATIONS - 2);
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();

        scene.chain.mine(1);
        watcher.round();
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class))
                .containsExactly(new ConfirmTransfer(
                        due.payment(),
                        key,
                        WatchScene.CONFIRMATIONS,
                        scene.chain
                                .client()
                                .blockByNumber(receipt.blockNumber())
                                .orElseThrow()
                                .timestamp()));
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
    }

    @Test
    void whenTheThresholdChanges_thenItHoldsForWhatIsNotConfirmedYet_andTakesNothingBack() {
        Due confirmed = scene.newPayment();
        scene.chain.pay(scene.chain.usdc(), confirmed.address(), AMOUNT);
        scene.chain.mine(WatchScene.CONFIRMATIONS - 1);
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);

        scene.confirmations = WatchScene.CONFIRMATIONS + 2;
        Due inFlight = scene.newPayment();
        scene.chain.pay(scene.chain.usdc(), inFlight.address(), AMOUNT);
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
        assertThat(scene.sent.all(RetractTransfer.class)).isEmpty();

        scene.confirmations = 1;
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class))
                .last()
                .extracting(ConfirmTransfer::paymentId, ConfirmTransfer::confirmations)
                .containsExactly(inFlight.payment(), WatchScene.CONFIRMATIONS + 1);
    }

    @Test
    void whenStartedAnew_thenNothingIsToldAgain() {
        scene.chain.pay(scene.chain.usdt(), scene.newPayment().address(), AMOUNT);
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        watcher.round();
        assertThat(scene.sent.all()).hasSize(2);

        watcher = scene.restarted();
        watcher.round();
        assertThat(scene.sent.all()).hasSize(2);
    }

    @Test
    void whenItEndsBetweenReadingAndTelling_thenTheNextOneTells() {
        Due due = scene.newPayment();
        scene.chain.pay(scene.chain.usdc(), due.address(), AMOUNT);
        watcher.read();
        assertThat(scene.sent.all()).isEmpty();

        watcher = scene.restarted();
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class))
                .singleElement()
                .satisfies(told -> assertThat(told.paymentId()).isEqualTo(due.payment()));
    }

    @Test
    void whenItIsDownForAWhile_thenNothingIsMissed() {
        Due due = scene.newPayment();
        scene.chain.mine(3);
        scene.chain.pay(scene.chain.usdc(), due.address(), AMOUNT);
        scene.chain.mine(Checkpoints.BLOCKS_KEPT + 40);

        watcher = scene.restarted();
        watcher.round();
        while (watcher.lagBlocks() > 0) {
            watcher.round();
        }
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
    }

    @Test
    void whenItsBlockLeavesTheChain_thenTheTransferIsRetracted() {
        Due due = scene.newPayment();
        Receipt receipt = scene.chain.pay(scene.chain.usdc(), due.address(), AMOUNT);
        watcher.round();

        scene.chain.anvil().reorg(1);
        watcher.round();

        assertThat(scene.sent.all())
                .last()
                .isEqualTo(new RetractTransfer(due.payment(), key(receipt), receipt.blockHash()));
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();
        assertThat(scene.sent.all(RetractTransfer.class)).hasSize(1);
    }

    @Test
    void whenItIsMinedAgainInAnotherBlock_thenItIsRetractedAndSeenThere() {
        Due due = scene.newPayment();
        scene.chain.mine(2);
        watcher.round();
        String snapshot = scene.chain.anvil().snapshot();
        SignedTransaction paid = DevAccounts.BUYER.sign(TransactionRequest.tokenTransfer(
                WatchScene.CHAIN,
                scene.chain.client().minedNonce(DevAccounts.BUYER.address()),
                scene.chain.client().fees(),
                scene.chain.usdc(),
                due.address(),
                AMOUNT));
        Receipt first = mined(paid);
        watcher.round();
        assertThat(scene.chain.anvil().revert(snapshot)).isTrue();
        scene.chain.mine(1);
        Receipt second = mined(paid);
        scene.sent.forget();

        scene.chain.mine(WatchScene.CONFIRMATIONS);
        watcher.round();

        assertThat(scene.sent.all()).hasSize(3);
        assertThat(scene.sent.all().getFirst())
                .isEqualTo(new RetractTransfer(due.payment(), key(first), first.blockHash()));
        assertThat(scene.sent.all(ObserveTransfer.class))
                .singleElement()
                .satisfies(told -> assertThat(told.transfer().blockHash()).isEqualTo(second.blockHash()));
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
    }

    @Test
    void tellsTransfersOfOneBlockToTheirOwnPayments() {
        Due one = scene.newPayment();
        Due two = scene.newPayment();
        scene.chain.buyer().transfer(scene.chain.usdc(), one.address(), AMOUNT);
        scene.chain.buyer().transfer(scene.chain.usdc(), one.address(), AMOUNT);
        scene.chain.buyer().transfer(scene.chain.usdt(), two.address(), AMOUNT.add(BigInteger.ONE));
        scene.chain.buyer().transfer(scene.chain.usdt(), two.address(), BigInteger.ZERO);
        scene.chain.mine(1);
        watcher.round();

        assertThat(scene.sent.all(ObserveTransfer.class))
                .extracting(ObserveTransfer::paymentId)
                .containsExactly(one.payment(), one.payment(), two.payment());
        assertThat(scene.sent.all(ObserveTransfer.class))
                .extracting(told -> told.transfer().key())
                .doesNotHaveDuplicates();
        assertThat(scene.sent.all(ObserveTransfer.class).getLast().transfer().amount())
                .isEqualTo(scene.usdt.units(AMOUNT.add(BigInteger.ONE)));
    }

    @Test
    void whenThePaymentIsNotOpenYet_thenItIsToldLater() {
        scene.sent.before(command -> {
            throw new RuleViolated(EscrowRule.NO_SUCH_PAYMENT);
        });
        scene.chain.pay(scene.chain.usdc(), scene.newPayment().address(), AMOUNT);
        watcher.round();
        assertThat(watcher.troubles()).singleElement().asString().contains("There is no such payment");
        assertThat(observedUntil()).isBefore(scene.chain.client().head().timestamp());

        scene.sent.before(command -> {});
        scene.jdbc
                .sql("update chain_observations set retry_at = now() where retry_at is not null")
                .update();
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
        assertThat(watcher.troubles()).isEmpty();
        assertThat(observedUntil()).isEqualTo(scene.chain.client().head().timestamp());
    }

    @Test
    void whenThePaymentTakesAnotherAsset_thenTheTransferIsIgnoredForGood() {
        scene.sent.before(command -> {
            throw new RuleViolated(EscrowRule.A_TRANSFER_GOES_TO_ITS_DESTINATION);
        });
        scene.chain.pay(scene.chain.usdt(), scene.newPayment().address(), AMOUNT);
        watcher.round();
        scene.sent.before(command -> {});
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        watcher.round();

        assertThat(scene.sent.all()).isEmpty();
        assertThat(scene.jdbc
                        .sql("select count(*) from chain_observations where state = 'ignored'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whenTheBusIsBroken_thenOneTransferDoesNotKeepAnotherWaiting() {
        Due broken = scene.newPayment();
        Due fine = scene.newPayment();
        scene.sent.before(command -> {
            if (command.target().equals(broken.payment())) {
                throw new IllegalStateException("the bus is broken");
            }
        });
        scene.chain.pay(scene.chain.usdc(), broken.address(), AMOUNT);
        scene.chain.pay(scene.chain.usdc(), fine.address(), AMOUNT);
        watcher.round();

        assertThat(scene.sent.all(ObserveTransfer.class))
                .extracting(ObserveTransfer::paymentId)
                .containsExactly(fine.payment());
    }

    @Test
    void whenTheNodeShowsAnotherChain_thenNothingIsReadFromIt() {
        scene.jdbc
                .sql("update chain_blocks set block_hash = '0x' || reverse(substr(block_hash, 3))")
                .update();
        scene.jdbc
                .sql("update chain_checkpoints set block_hash = '0x' || reverse(substr(block_hash, 3))")
                .update();
        scene.chain.pay(scene.chain.usdc(), scene.newPayment().address(), AMOUNT);

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ChainNotTrusted.class)
                    .isThrownBy(watcher::round)
                    .withMessageContaining("none of the last");
        }
        assertThat(scene.sent.all()).isEmpty();
    }

    @Test
    void whenTheFirstBlockDiffers_thenItSaysSo() {
        scene.jdbc
                .sql("update chain_checkpoints set genesis_hash = '0x' || repeat('1', 64)")
                .update();

        assertThatExceptionOfType(ChainNotTrusted.class)
                .isThrownBy(() -> scene.restarted().round())
                .withMessageContaining("its first block differs");
    }

    @Test
    void whenTheNodeIsDown_thenItIsSeenWhenItIsBack() throws IOException {
        Due due = scene.newPayment();
        try (EvmClient nobody = new EvmClient("http://127.0.0.1:" + TestTools.freePort(), Duration.ofSeconds(1))) {
            assertThatExceptionOfType(NodeUnavailable.class)
                    .isThrownBy(() -> scene.with(nobody).round());
        }
        scene.chain.pay(scene.chain.usdc(), due.address(), AMOUNT);
        watcher.round();
        assertThat(scene.sent.all(ObserveTransfer.class)).hasSize(1);
    }

    @Test
    void whenAddressesWereHandedOutBeforeThereWasANode_thenTheirMoneyIsFound() {
        scene.jdbc.sql("delete from chain_blocks").update();
        scene.jdbc.sql("delete from chain_checkpoints").update();
        Due due = scene.newPayment();
        Receipt receipt = scene.chain.pay(scene.chain.usdc(), due.address(), AMOUNT);
        scene.chain.mine(5);

        ChainWatcher first = scene.restarted();
        do {
            first.round();
        } while (first.lagBlocks() > 0);
        assertThat(scene.sent.all(ObserveTransfer.class))
                .extracting(told -> told.transfer().key())
                .contains(key(receipt));
    }

    private Receipt mined(SignedTransaction transaction) {
        assertThat(scene.chain.client().send(transaction.raw())).isEqualTo(SendOutcome.ACCEPTED);
        scene.chain.mine(1);
        return scene.chain.client().receipt(transaction.txHash()).orElseThrow();
    }

    private Instant observedUntil() {
        return new JdbcChainWatch(scene.jdbc).observedUntil(WatchScene.CHAIN);
    }

    private static TransferKey key(Receipt receipt) {
        return new TransferKey(
                WatchScene.CHAIN,
                receipt.transactionHash(),
                receipt.transfers().getFirst().logIndex());
    }
}
