package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.EvmException;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.money.EvmAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The nodes that must bear out what the first node of a chain says, before it is taken. The rule: of the further nodes at least one says the
 * same, and none says otherwise. One that is behind says nothing yet; one that does not answer says nothing; if all say nothing, nothing is
 * taken. Without further nodes the first is believed.
 */
public final class FurtherNodes {

    private final List<EvmClient> clients;

    /** @param clients of nodes of the same chain, in the order of the settings; whoever made them closes them */
    public FurtherNodes(List<EvmClient> clients) {
        this.clients = List.copyOf(clients);
    }

    public static FurtherNodes none() {
        return new FurtherNodes(List.of());
    }

    /**
     * Whether this block is borne out; false while those that answer are behind it.
     *
     * @throws NodesDisagree if one shows another block in its place
     * @throws EvmException if none answers
     */
    boolean show(Block block) {
        return borneOut(client -> client.blockByNumber(block.number()).map(theirs -> {
            same(block.number(), "block " + block.hash(), "block " + theirs.hash());
            return true;
        }));
    }

    /** Whether these are the transfers of this block; as {@link #show}. */
    boolean confirm(Block block, List<TokenTransfer> said, AllowedTokens tokens, List<EvmAddress> recipients) {
        return borneOut(client -> client.blockByHash(block.hash()).map(theirs -> {
            sameTransfers(block.number(), said, new TransferLogs(client, tokens).inBlock(theirs, recipients));
            return true;
        }));
    }

    /** The same for a range that ends with this block. */
    boolean confirm(long from, Block end, List<TokenTransfer> said, AllowedTokens tokens, List<EvmAddress> recipients) {
        return borneOut(client -> client.blockByHash(end.hash()).map(_ -> {
            sameTransfers(end.number(), said, new TransferLogs(client, tokens).inRange(from, end.number(), recipients));
            return true;
        }));
    }

    /** Whether the transaction stands in this block; as {@link #show}. */
    boolean stands(TransferKey key, String blockHash) {
        return borneOut(client -> {
            Optional<Receipt> receipt = client.receipt(key.txHash());
            return receipt.map(found -> {
                same(found.blockNumber(), "block " + blockHash, "block " + found.blockHash());
                return found.succeeded();
            });
        });
    }

    private boolean borneOut(Function<EvmClient, Optional<Boolean>> question) {
        boolean borneOut = clients.isEmpty();
        boolean answered = clients.isEmpty();
        @Nullable EvmException silence = null;
        for (EvmClient client : clients) {
            try {
                borneOut |= question.apply(client).orElse(false);
                answered = true;
            } catch (EvmException none) {
                silence = none;
            }
        }
        if (!answered && silence != null) {
            throw silence;
        }
        return borneOut;
    }

    private static void sameTransfers(long number, List<TokenTransfer> said, List<TokenTransfer> theirs) {
        if (!new HashSet<>(said).equals(new HashSet<>(theirs))) {
            throw disagree(number, said.size() + " transfers " + said, theirs.size() + " transfers " + theirs);
        }
    }

    private static void same(long number, String ours, String theirs) {
        if (!ours.equals(theirs)) {
            throw disagree(number, ours, theirs);
        }
    }

    private static NodesDisagree disagree(long number, String first, String other) {
        return new NodesDisagree("The nodes contradict each other at block " + number + ": the first shows " + first
                + ", a further one " + other + ". Nothing is credited until they agree.");
    }
}
