package io.amanat.chain.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.deposit.JdbcDestinationAllocator;
import io.amanat.chain.hd.DepositAddresses;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.payout.PayoutScene.Ordered;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFailure;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The last look before signing: even what got past every rule does not go to these addresses. */
class ForbiddenAddressTest {

    private final TestDatabase database = TestDatabase.create();
    private final PayoutScene scene = new PayoutScene(database);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenAnAddressWhereMoneyMustNeverGo_whenQueuedAllTheSame_thenItIsNeverSigned() {
        EvmAddress zero = new EvmAddress("0x" + "0".repeat(40));
        for (EvmAddress forbidden : List.of(
                zero, scene.usdc.contract(), scene.usdt.contract(), scene.hot.address(), deposit(), oldHotAccount())) {
            Ordered ordered = scene.order(scene.usdc, BigInteger.TEN, forbidden);
            scene.restarted().round();
            assertThat(scene.state(ordered)).as("payout to %s", forbidden).isEqualTo("abandoned");
            assertThat(scene.column(ordered, "nonce")).isEqualTo("null");
            assertThat(scene.sent.all(RecordFailure.class).getLast())
                    .isEqualTo(new RecordFailure(ordered.id(), 1, PayoutSigning.FORBIDDEN_ADDRESS));
        }
        Ordered fine = scene.order(scene.usdc, 1_000);
        scene.finish(scene.restarted());
        assertThat(scene.onChain(fine)).hasSize(1);
    }

    private EvmAddress deposit() {
        return new JdbcDestinationAllocator(
                        new DepositAddresses(DevAccounts.DEPOSIT_XPUB),
                        scene.jdbc,
                        new JdbcTransactionManager(database.app()))
                .allocate(new PaymentId(UUID.randomUUID()), new PurchaseRequestId(UUID.randomUUID()), PayoutScene.CHAIN)
                .address();
    }

    /** One that paid before another keystore was configured. */
    private EvmAddress oldHotAccount() {
        EvmAddress old = new EvmAddress("0x" + "0d".repeat(20));
        scene.jdbc
                .sql("""
                    insert into custody_transactions (transfer_id, chain_id, request_id, to_address, token, amount,
                        from_account, nonce, raw_transaction, tx_hash, state, told, told_tx_hash)
                    values (?, ?, ?, ?, ?, 1, ?, 0, '\\x00', ?, 'final', 'final', ?)\
                    """)
                .params(
                        UUID.randomUUID(),
                        PayoutScene.CHAIN,
                        UUID.randomUUID(),
                        "0x" + "cc".repeat(20),
                        scene.usdc.contract().value(),
                        old.value(),
                        "0x" + "ee".repeat(32),
                        "0x" + "ee".repeat(32))
                .update();
        return old;
    }
}
