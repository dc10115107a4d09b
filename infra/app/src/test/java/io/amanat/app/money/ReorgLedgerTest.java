package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.SendOutcome;
import io.amanat.chain.local.DevAccounts;
import io.amanat.contract.custody.SignedTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The chain takes back what it showed, and shows it again elsewhere: the books follow it to the unit, at every depth. */
class ReorgLedgerTest {
    private static final int DEPTH_MAX = 64;

    private final MoneyScene scene = new MoneyScene();
    private String before = "";

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void heldMoney_isTakenBack_andCountsOnceWhenItIsMinedAgain() {
        for (int depth = 1; depth <= DEPTH_MAX; depth++) {
            Paid paid = scene.due(scene.usdc.amount("100"));
            SignedTransaction transfer = mined(paid, depth);
            boolean credited = depth >= MoneyScene.CONFIRMATIONS;
            assertThat(paid.balances())
                    .as("before a reorg of %s", depth)
                    .containsExactly(credited ? "escrow 100 USDC" : "clearing 100 USDC", "external -100 USDC");

            reorganised(depth);
            assertThat(paid.balances()).as("after a reorg of %s", depth).isEmpty();
            assertThat(paid.state())
                    .as("after a reorg of %s", depth)
                    .isEqualTo(credited ? "confirmed funded reorg 0" : "pending 0");

            send(transfer);
            scene.confirmed();
            assertThat(paid.balances())
                    .as("mined again after a reorg of %s", depth)
                    .containsExactly("escrow 100 USDC", "external -100 USDC");
        }
    }

    @Test
    void releasedMoney_becomesTheNamedExposure_andIsCoveredWhenItIsMinedAgain() {
        for (int depth : new int[] {MoneyScene.CONFIRMATIONS, 4, 8, 16, 32, DEPTH_MAX}) {
            Paid paid = scene.due(scene.usdc.amount("100"));
            SignedTransaction transfer = mined(paid, depth);
            paid.released();

            reorganised(depth);
            assertThat(paid.balances())
                    .as("after a reorg of %s", depth)
                    .containsExactly("exposure -100 USDC", "platform 2.5 USDC", "seller 97.5 USDC");
            assertThat(paid.state()).isEqualTo("completed released reorg 0");
            assertThat(paid.ledger()).endsWith("adjustment exposure>external 100 reorg");

            send(transfer);
            scene.confirmed();
            assertThat(paid.balances())
                    .as("mined again after a reorg of %s", depth)
                    .containsExactly("external -100 USDC", "platform 2.5 USDC", "seller 97.5 USDC");
        }
    }

    @Test
    void moneyThatIsOnItsWayOut_isWrittenOffByTwoPeople_paidAllTheSame_andRecoveredOnceWhenItIsMinedAgain() {
        for (int depth : new int[] {MoneyScene.CONFIRMATIONS, 8, DEPTH_MAX}) {
            Paid paid = scene.due(scene.usdc.amount("100"));
            SignedTransaction transfer = mined(paid, depth);
            paid.settling();

            reorganised(depth);
            assertThat(paid.balances())
                    .as("after a reorg of %s", depth)
                    .containsExactly("escrow 100 USDC", "exposure -100 USDC");

            paid.writtenOff("100", 70);
            assertThat(paid.balances())
                    .as("written off after a reorg of %s", depth)
                    .containsExactly("escrow 100 USDC", "loss -100 USDC");
            assertThat(paid.ledger()).endsWith("adjustment loss>exposure 100 written_off");

            paid.settled(paid.story().release);
            assertThat(paid.balances())
                    .as("paid out after a reorg of %s", depth)
                    .containsExactly("loss -100 USDC", "platform 2.5 USDC", "seller 97.5 USDC");
            assertThat(paid.state()).isEqualTo("completed released reorg 0");

            send(transfer);
            scene.confirmed();
            assertThat(paid.balances())
                    .as("mined again after a reorg of %s", depth)
                    .containsExactly("external -100 USDC", "platform 2.5 USDC", "seller 97.5 USDC");
            assertThat(paid.ledger()).endsWith("adjustment clearing>loss 100 loss_recovered");

            scene.look();
            assertThat(paid.ledger()).as("once").hasSize(8);
        }
    }

    @Test
    void moneyThatComesBackAtAnotherPlaceInItsBlock_countsOnce() {
        Sender another = Sender.rich(scene.chain);
        Paid paid = scene.due(scene.usdc.amount("100"));
        SignedTransaction transfer = mined(paid, MoneyScene.CONFIRMATIONS);
        long place = place(transfer);
        reorganised(MoneyScene.CONFIRMATIONS);

        // another account's transfer, at a higher price, goes before it
        Paid other = scene.due(scene.usdc.amount("5"));
        send(transfer);
        another.transferFirst(scene.usdc, other.address(), "5");
        scene.confirmed();

        assertThat(place(transfer)).as("its place").isNotEqualTo(place);
        assertThat(paid.balances()).containsExactly("escrow 100 USDC", "external -100 USDC");
        assertThat(other.balances()).containsExactly("escrow 5 USDC", "external -5 USDC");
    }

    /** In a block with {@code depth - 1} blocks above it, and told. */
    private SignedTransaction mined(Paid paid, int depth) {
        SignedTransaction transfer = DevAccounts.BUYER.sign(TransactionRequest.tokenTransfer(
                MoneyScene.CHAIN,
                scene.chain.client().minedNonce(DevAccounts.BUYER.address()),
                scene.chain.client().fees(),
                scene.usdc.contract(),
                paid.address(),
                scene.usdc.amount("100").units()));
        before = scene.chain.anvil().snapshot();
        send(transfer);
        scene.chain.mine(depth);
        scene.look();
        return transfer;
    }

    private void send(SignedTransaction transfer) {
        assertThat(scene.chain.client().send(transfer.raw())).isEqualTo(SendOutcome.ACCEPTED);
    }

    /** The newest blocks are gone, and as many others, which are empty, stand in their place. */
    private void reorganised(int depth) {
        assertThat(scene.chain.anvil().revert(before)).isTrue();
        scene.chain.mine(depth);
        scene.look();
        scene.look();
    }

    private long place(SignedTransaction transfer) {
        return scene.chain
                .client()
                .receipt(transfer.txHash())
                .orElseThrow()
                .transfers()
                .getFirst()
                .logIndex();
    }
}
