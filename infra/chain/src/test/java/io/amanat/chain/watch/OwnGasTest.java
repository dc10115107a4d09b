package io.amanat.chain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.watch.WatchScene.Due;
import io.amanat.contract.custody.SignedTransaction;
import io.amanat.contract.escrow.PaymentCommand.ObserveStray;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Native coin at a deposit address is a stray, unless we sent it as the gas of a sweep. */
@ExtendWith(PostgresExtension.class)
class OwnGasTest {

    private final WatchScene scene;
    private final EvmClient client;

    OwnGasTest(TestDatabase database) {
        scene = new WatchScene(database);
        client = scene.chain.client();
    }

    @Test
    void givenGasOfOursAndCoinsOfAPayer_thenOnlyThePayersAreAStray() {
        Due due = scene.newPayment();
        scene.restarted().round();
        scene.chain.mine(WatchScene.CONFIRMATIONS);
        scene.restarted().round();
        SignedTransaction ours = send(due, 7);
        scene.jdbc
                .sql("""
                    insert into custody_transactions (transfer_id, kind, request_id, chain_id, to_address, token, amount)
                    values (?, 'gas', ?, ?, ?, '0x0000000000000000000000000000000000000000', 7)\
                    """)
                .params(
                        due.payment().value(),
                        due.request().value(),
                        WatchScene.CHAIN,
                        due.address().value())
                .update();
        scene.jdbc
                .sql("""
                    insert into custody_transaction_versions (transfer_id, attempt, nonce, tx_hash, raw_transaction, signed_at)
                    values (?, 1, ?, ?, '\\x00', now())\
                    """)
                .params(due.payment().value(), ours.nonce(), ours.txHash())
                .update();
        SignedTransaction theirs = send(due, 8);
        scene.chain.mine(WatchScene.CONFIRMATIONS + 1);
        scene.restarted().round();
        scene.restarted().round();

        assertThat(scene.sent.all(ObserveStray.class))
                .singleElement()
                .satisfies(told -> assertThat(told.stray().txHash()).isEqualTo(theirs.txHash()));
    }

    private SignedTransaction send(Due due, long wei) {
        FeeQuote fees = client.fees();
        SignedTransaction signed = DevAccounts.BUYER.sign(new TransactionRequest(
                WatchScene.CHAIN,
                client.pendingNonce(DevAccounts.BUYER.address()),
                due.address(),
                BigInteger.valueOf(wei),
                "0x",
                30_000,
                fees));
        client.send(signed.raw());
        return signed;
    }
}
