package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.local.DevAccounts;
import io.amanat.contract.custody.SignedTransaction;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tables stand still while the chain takes money back: who pays out asks the payment itself, so nothing is paid. */
class StoppedProjectionTest {
    private final MoneyScene scene = new MoneyScene();
    private final Custody custody = new Custody(scene);

    @AfterEach
    void close() {
        custody.close();
        scene.close();
    }

    @Test
    void whatTheTablesDoNotKnowYet_isNotPaidAllTheSame_andGoesOnceTheMoneyIsBack() {
        Paid paid = scene.due(scene.usdc.amount("100"));
        SignedTransaction transfer = DevAccounts.BUYER.sign(TransactionRequest.tokenTransfer(
                MoneyScene.CHAIN,
                scene.chain.client().minedNonce(DevAccounts.BUYER.address()),
                scene.chain.client().fees(),
                scene.usdc.contract(),
                paid.address(),
                scene.usdc.amount("100").units()));
        String before = scene.chain.anvil().snapshot();
        scene.chain.client().send(transfer.raw());
        scene.confirmed();
        custody.instruct(paid);

        scene.payments.projected(false);
        assertThat(scene.chain.anvil().revert(before)).isTrue();
        scene.chain.mine(MoneyScene.CONFIRMATIONS + 2);
        scene.look();
        scene.look();
        custody.round(Duration.ZERO);

        assertThat(paid.balances())
                .as("the tables know nothing")
                .containsExactly("escrow 100 USDC", "external -100 USDC");
        assertThat(custody.state(paid)).isEqualTo("queued unsigned");

        scene.payments.projected(true);
        assertThat(paid.balances()).contains("exposure -100 USDC");
        scene.chain.client().send(transfer.raw());
        scene.confirmed();
        custody.round(Duration.ofMinutes(1));
        assertThat(custody.state(paid)).isEqualTo("broadcast signed");
    }
}
