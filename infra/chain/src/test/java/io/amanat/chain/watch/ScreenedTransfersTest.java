package io.amanat.chain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.screening.OwnScreening;
import io.amanat.chain.screening.SenderHistory;
import io.amanat.chain.testing.TestTools;
import io.amanat.chain.watch.WatchScene.Due;
import io.amanat.contract.custody.screening.Finding;
import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningCommand.ScreenTransfer;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.SetTransferAside;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the watcher does with what the safety check says, on the real chain; the safety check's own answer is that of the rules. */
class ScreenedTransfersTest {
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
    }

    @Test
    void givenNothingIsWrong_whenConfirmed_thenItIsScreenedOnceAndTold() {
        Due due = scene.newPayment();
        Receipt receipt = paid(due);
        watcher.round();
        assertThat(scene.sent.screened()).as("before the threshold").isEmpty();

        scene.chain.mine(WatchScene.CONFIRMATIONS);
        watcher.round();
        watcher.round();

        ScreeningInputs inputs = onlyScreened().inputs();
        assertThat(inputs.sender()).isEqualTo(scene.chain.buyer().address());
        assertThat(inputs.amount()).isEqualTo(scene.usdc.units(AMOUNT));
        assertThat(inputs.listVersion()).isEqualTo("none");
        assertThat(inputs.unanswered()).isEmpty();
        assertThat(scene.sent.all(ConfirmTransfer.class))
                .extracting(ConfirmTransfer::key)
                .containsExactly(key(receipt));
    }

    @Test
    void givenAListedSender_whenConfirmed_thenItIsSetAsideForGood() {
        scene.lists.take(scene.chain.buyer().address() + " sanctioned", "user:admin");
        Due due = scene.newPayment();
        Receipt receipt = confirmed(due);
        watcher.round();
        watcher.round();

        assertThat(onlyScreened().inputs().listings()).containsExactly(ListCategory.SANCTIONED);
        assertThat(onlyScreened().inputs().listVersion()).matches(".*/[0-9a-f]{64}");
        assertThat(scene.sent.all(SetTransferAside.class))
                .containsExactly(new SetTransferAside(due.payment(), key(receipt)));
        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();
        assertThat(watcher.troubles()).isEmpty();
    }

    @Test
    void givenItIsHeld_whenAGuardClearsIt_thenItIsToldThen() {
        scene.sent.answers(asked -> ScreeningStatus.HELD);
        confirmed(scene.newPayment());
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();
        assertThat(scene.sent.all(SetTransferAside.class)).isEmpty();
        assertThat(watcher.troubles()).singleElement().asString().contains("holds it until a guard decides");

        scene.sent.answers(asked -> ScreeningStatus.CLEARED);
        watcher.round();
        assertThat(scene.sent.screened()).as("not asked in every round").hasSize(1);
        retryNow();
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
        assertThat(watcher.troubles()).isEmpty();
    }

    @Test
    void givenItIsHeld_whenAGuardRejectsIt_thenItIsSetAside() {
        scene.sent.answers(asked -> ScreeningStatus.HELD);
        confirmed(scene.newPayment());
        watcher.round();

        scene.sent.answers(asked -> ScreeningStatus.REJECTED);
        retryNow();
        watcher.round();
        assertThat(scene.sent.all(SetTransferAside.class)).hasSize(1);
        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();
    }

    @Test
    void givenAnswersThatAreNoStatus_whenConfirmed_thenItIsHeld() {
        scene.sent.answers(asked -> null);
        confirmed(scene.newPayment());
        watcher.round();

        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();
    }

    @Test
    void givenTheProviderIsDown_whenConfirmed_thenItIsHeld_andPassesWhenTheProviderIsBack() {
        scene.screening((transfer, rules) -> {
            throw new IllegalStateException("connection refused");
        });
        watcher = scene.restarted();
        confirmed(scene.newPayment());
        watcher.round();
        assertThat(onlyScreened().inputs().unanswered()).containsExactly("provider");
        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();

        scene.screening(null);
        watcher = scene.restarted();
        retryNow();
        watcher.round();
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
    }

    @Test
    void givenTheListCannotBeRead_whenConfirmed_thenItIsHeld() {
        scene.lists.take(scene.chain.seller().address().value(), "user:admin");
        JdbcClient.create(database.owner())
                .sql("revoke select on address_list_entries from amanat_app")
                .update();
        confirmed(scene.newPayment());
        watcher.round();

        assertThat(onlyScreened().inputs().unanswered()).containsExactly("address-list");
        assertThat(onlyScreened().inputs().listVersion()).isEqualTo("unknown");
        assertThat(scene.sent.all(ConfirmTransfer.class)).isEmpty();
    }

    @Test
    void givenACrashAfterTheVerdict_whenStartedAnew_thenItIsAskedAgainAndToldOnce() {
        Due due = scene.newPayment();
        confirmed(due);
        scene.sent.before(command -> {
            if (command instanceof ConfirmTransfer) {
                throw new IllegalStateException("killed");
            }
        });
        watcher.round();
        assertThat(scene.sent.screened()).hasSize(1);

        scene.sent.before(command -> {});
        watcher = scene.restarted();
        retryNow();
        watcher.round();
        watcher.round();
        assertThat(scene.sent.screened())
                .hasSize(2)
                .extracting(ScreenTransfer::screeningId)
                .containsOnly(scene.sent.screened().getFirst().screeningId());
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(1);
    }

    @Test
    void givenWhatTheSenderSentBefore_whenConfirmed_thenItCountsWithinTheWindowAndTheToken() {
        scene.rules = rules(3, 0);
        watcher = scene.restarted();
        scene.chain.pay(scene.chain.usdt(), scene.newPayment().address(), AMOUNT);
        watcher.round();
        scene.jdbc
                .sql("update chain_observations set block_time = block_time - interval '25 hours' where token = ?")
                .param(scene.chain.usdt().value())
                .update();
        paid(scene.newPayment());
        paid(scene.newPayment());
        confirmed(scene.newPayment());
        watcher.round();

        assertThat(scene.sent.screened())
                .extracting(asked -> asked.inputs().windowTransfers())
                .containsExactly(0, 0, 1, 2);
        assertThat(scene.sent.screened().getLast().inputs().windowAmount())
                .isEqualTo(scene.usdc.units(AMOUNT.shiftLeft(1)));
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(4);

        confirmed(scene.newPayment());
        watcher.round();
        ScreenTransfer fourth = scene.sent.screened().getLast();
        assertThat(RuleEngine.assess(fourth.rules(), fourth.inputs()).findings())
                .containsExactly(Finding.TOO_MANY_TRANSFERS);
        assertThat(scene.sent.all(ConfirmTransfer.class)).hasSize(4);
    }

    @Test
    void givenAnAgeIsAskedFor_whenTheSenderIsOlder_thenItPasses_andWhenTheNodeIsDownItIsHeld() throws IOException {
        Receipt receipt = paid(scene.newPayment());
        watcher.round();
        ObservedTransfer transfer =
                scene.sent.all(ObserveTransfer.class).getFirst().transfer();
        OwnScreening screening = new OwnScreening(scene.lists, new SenderHistory(scene.jdbc), scene.chain.client());

        assertThat(screening.inputs(transfer, rules(10, 1)).sentBefore())
                .isEqualTo((int) scene.chain.client().minedNonceAt(transfer.from(), receipt.blockNumber() - 1));
        assertThat(screening.inputs(transfer, rules(10, Integer.MAX_VALUE)).sentBefore())
                .as("the chain is younger")
                .isZero();
        assertThat(screening.inputs(transfer, rules(10, 0)).sentBefore()).isNull();
        try (EvmClient nobody = new EvmClient("http://127.0.0.1:" + TestTools.freePort(), Duration.ofSeconds(1))) {
            assertThat(new OwnScreening(scene.lists, new SenderHistory(scene.jdbc), nobody)
                            .inputs(transfer, rules(10, 1))
                            .unanswered())
                    .containsExactly("chain");
        }
    }

    @Test
    void givenATransferThatWasNeverSeen_whenAskedAbout_thenItsHistoryIsNotKnown() {
        paid(scene.newPayment());
        watcher.round();
        ObservedTransfer seen = scene.sent.all(ObserveTransfer.class).getFirst().transfer();
        ObservedTransfer elsewhere = new ObservedTransfer(
                seen.key(), seen.from(), seen.to(), seen.amount(), seen.blockNumber(), "0x" + "00".repeat(32));

        assertThat(new OwnScreening(scene.lists, new SenderHistory(scene.jdbc), scene.chain.client())
                        .inputs(elsewhere, scene.rules)
                        .unanswered())
                .containsExactly("history");
    }

    private ScreeningRules rules(int windowTransfersMax, int senderAgeBlocksMin) {
        return new ScreeningRules(
                RuleEngine.CURRENT,
                scene.rules.tokensOnHold(),
                scene.rules.amountMax(),
                scene.rules.windowAmountMax(),
                windowTransfersMax,
                24,
                senderAgeBlocksMin);
    }

    private Receipt paid(Due due) {
        return scene.chain.pay(scene.chain.usdc(), due.address(), AMOUNT);
    }

    private Receipt confirmed(Due due) {
        Receipt receipt = paid(due);
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        return receipt;
    }

    private ScreenTransfer onlyScreened() {
        assertThat(scene.sent.screened()).hasSize(1);
        return scene.sent.screened().getFirst();
    }

    private void retryNow() {
        scene.jdbc
                .sql("update chain_observations set retry_at = now() - interval '1 second' where retry_at is not null")
                .update();
    }

    private static TransferKey key(Receipt receipt) {
        return new TransferKey(
                WatchScene.CHAIN,
                receipt.transactionHash(),
                receipt.transfers().getFirst().logIndex());
    }
}
