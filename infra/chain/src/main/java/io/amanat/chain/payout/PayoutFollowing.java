package io.amanat.chain.payout;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.payout.Payout.MinedIn;
import io.amanat.chain.payout.Payout.State;
import io.amanat.contract.custody.SignedTransaction;
import java.time.Clock;
import java.util.Optional;

/** Looks what became of what was sent: waiting, in a block, out of it again, final. */
final class PayoutFollowing {

    static final String REVERTED = "reverted";
    static final String NOTHING_MOVED = "nothing-moved";

    private final EvmClient client;
    private final PayoutTable table;
    private final int confirmations;
    private final Clock clock;

    PayoutFollowing(EvmClient client, PayoutTable table, int confirmations, Clock clock) {
        this.client = client;
        this.table = table;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    void follow() {
        for (Payout payout : table.underway()) {
            Optional<Receipt> receipt = client.receipt(payout.requireSigned().txHash());
            if (receipt.isPresent()) {
                inBlock(payout, receipt.get());
            } else if (payout.state() == State.MINED) {
                table.broadcast(payout, clock.instant());
            }
        }
    }

    private void inBlock(Payout payout, Receipt receipt) {
        MinedIn block = new MinedIn(receipt.blockNumber(), receipt.blockHash());
        if (isFinal(receipt)) {
            decide(payout, receipt, block);
        } else if (payout.state() != State.MINED || !block.equals(payout.mined())) {
            table.mined(payout, block);
        }
    }

    private boolean isFinal(Receipt receipt) {
        return client.headNumber() - receipt.blockNumber() + 1 >= confirmations
                && client.blockByNumber(receipt.blockNumber())
                        .map(Block::hash)
                        .filter(receipt.blockHash()::equals)
                        .isPresent();
    }

    /** A successful transaction is not yet a payment: some tokens answer "no" instead of reverting. */
    private void decide(Payout payout, Receipt receipt, MinedIn block) {
        SignedTransaction signed = payout.requireSigned();
        if (!receipt.succeeded()) {
            table.reverted(payout, block, REVERTED);
        } else if (receipt.transferred(payout.token(), signed.account(), payout.to(), payout.amount())) {
            table.paid(payout, block);
        } else if (receipt.transfers().stream()
                .noneMatch(transfer -> transfer.from().equals(signed.account()))) {
            table.reverted(payout, block, NOTHING_MOVED);
        } else {
            table.mined(payout, block);
            table.troubled(
                    payout,
                    "Transaction " + signed.txHash()
                            + " moved something else than was instructed: it is neither paid nor failed until a person"
                            + " decides.");
        }
    }
}
