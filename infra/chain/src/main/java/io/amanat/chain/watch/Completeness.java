package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.BlockReceipts;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.contract.money.EvmAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices when a node leaves transfers out of its answer for one block. The header's bloom says whether one of our addresses may be in
 * the block; if so, all receipts of the block are read too, and their bloom must be the header's.
 *
 * <p>A node without {@code eth_getBlockReceipts} cannot be caught by this, nor one that lies in the header too: that is what a second
 * node is for.
 */
final class Completeness {

    private static final Logger log = LoggerFactory.getLogger(Completeness.class);

    private final EvmClient client;
    private final AllowedTokens tokens;
    private final AtomicLong incomplete = new AtomicLong();

    Completeness(EvmClient client, AllowedTokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    /** How many answers were incomplete so far. */
    long incompleteAnswers() {
        return incomplete.get();
    }

    /**
     * All transfers of this block to these recipients, zero amounts left out.
     *
     * @param said what the node answered
     * @throws NodeIncomplete if it shows them in no way
     */
    List<TokenTransfer> of(Block block, List<TokenTransfer> said, List<EvmAddress> recipients) {
        if (!doubtful(block, said, recipients)) {
            return said;
        }
        Optional<BlockReceipts> receipts = client.receiptsOf(block.hash());
        if (receipts.isEmpty()) {
            return said;
        }
        if (!block.bloom().blank() && !receipts.get().bloom().equals(block.bloom())) {
            incomplete.incrementAndGet();
            throw new NodeIncomplete("The node does not show all of block " + block.number()
                    + ": its receipts do not add up to the bloom in its header.");
        }
        Set<EvmAddress> ours = Set.copyOf(recipients);
        List<TokenTransfer> all = receipts.get().transfers().stream()
                .filter(transfer -> ours.contains(transfer.to())
                        && tokens.of(transfer.token()).isPresent()
                        && transfer.amount().signum() > 0)
                .toList();
        if (!new HashSet<>(all).equals(new HashSet<>(said))) {
            incomplete.incrementAndGet();
            log.warn(
                    "The node named {} transfers of block {}, but there are {}: its receipts are taken",
                    said.size(),
                    block.number(),
                    all.size());
        }
        return all;
    }

    /** Something may be missing; or something is there that the header knows nothing of. */
    private boolean doubtful(Block block, List<TokenTransfer> said, List<EvmAddress> recipients) {
        if (said.stream().anyMatch(transfer -> !block.bloom().mayHoldTransfer(transfer.token(), transfer.to()))) {
            return true;
        }
        return tokens.contracts().stream()
                .anyMatch(token ->
                        recipients.stream().anyMatch(to -> block.bloom().mayHoldTransfer(token, to)));
    }
}
