package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.watch.Checkpoints.KnownBlock;
import io.amanat.contract.money.EvmAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads block after block into the tables. A block's transfers and the checkpoint on it are one transaction, so that a crash at any
 * line repeats a block or does not, and misses none.
 *
 * <p>A block is taken only as the child of the checkpoint. If it is not, the chain was reorganised: back to the newest block that both
 * know, and what was seen above is orphaned.
 */
final class ChainReader {

    private static final Logger log = LoggerFactory.getLogger(ChainReader.class);

    /** Blocks remembered before the first checkpoint, so that a reorg right after the start is not taken for another chain. */
    private static final int BLOCKS_REMEMBERED_AT_START = 64;

    /** So that reports are not kept waiting while much is to be read. */
    private static final int STEPS_PER_ROUND_MAX = 200;

    private final EvmClient client;
    private final AllowedTokens tokens;
    private final Checkpoints checkpoints;
    private final Observations observations;
    private final Destinations destinations;
    private final TransferLogs logs;
    private final Arrived arrived;
    private final FurtherNodes further;
    private final TransactionTemplate transaction;
    private volatile long headSeen = -1;
    private volatile long waitingFor = -1;

    ChainReader(
            EvmClient client,
            AllowedTokens tokens,
            Checkpoints checkpoints,
            Observations observations,
            Destinations destinations,
            FurtherNodes further,
            TransactionTemplate transaction) {
        this.client = client;
        this.tokens = tokens;
        this.checkpoints = checkpoints;
        this.observations = observations;
        this.destinations = destinations;
        this.logs = new TransferLogs(client, tokens);
        this.arrived = new Arrived(client);
        this.further = further;
        this.transaction = transaction;
    }

    /** The number of the newest block that the node has shown; -1 before. */
    long headSeen() {
        return headSeen;
    }

    /** The block that no further node has shown yet, so that it was not taken; -1 if none. */
    long waitingFor() {
        return waitingFor;
    }

    long incompleteAnswers() {
        return logs.incompleteAnswers();
    }

    /**
     * Compares the chain's first block with the one of before.
     *
     * @throws ChainNotTrusted if it differs
     */
    void recognise() {
        Optional<String> known = checkpoints.genesisHash();
        if (known.isPresent() && !known.get().equals(genesis().hash())) {
            throw new ChainNotTrusted("The node shows another chain " + tokens.chainId()
                    + " than the one that was read before: its first block differs.");
        }
    }

    /** Reads what is new, in bounded steps; call again for the rest. */
    void advance() {
        Block head = client.head();
        headSeen = head.number();
        waitingFor = -1;
        KnownBlock at = checkpoints.last().orElseGet(() -> begin(head));
        if (at.number() >= head.number()) {
            stayOrGoBack(at, head);
            return;
        }
        // Loaded after the head: an address that is missing here was handed out after every block that is read now.
        List<EvmAddress> recipients = destinations.all();
        for (int step = 0; step < STEPS_PER_ROUND_MAX && at.number() < head.number(); step++) {
            long behind = head.number() - at.number();
            KnownBlock before = at;
            at = behind > Checkpoints.BLOCKS_KEPT
                    ? leap(at, head.number() - Checkpoints.BLOCKS_KEPT, recipients)
                    : next(at, recipients);
            if (at.equals(before)) {
                // The node does not show yet what its head promises, or no further node does.
                return;
            }
        }
    }

    private KnownBlock begin(Block head) {
        Block first = new StartingPoint(client).before(destinations.firstAllocatedAt(), head);
        List<Block> before = logs.headersBefore(first, BLOCKS_REMEMBERED_AT_START);
        Block genesis = genesis();
        transaction.executeWithoutResult(status -> {
            checkpoints.begin(genesis, first);
            before.forEach(checkpoints::remember);
        });
        log.info("Watching chain {} from block {}", tokens.chainId(), first.number() + 1);
        return new KnownBlock(first.number(), first.hash());
    }

    /** A head at or below the checkpoint: a node that lags, or blocks that are gone. */
    private void stayOrGoBack(KnownBlock at, Block head) {
        Optional<String> known = checkpoints.hashAt(head.number());
        if (known.isPresent() && !known.get().equals(head.hash())) {
            goBack(at);
        }
    }

    private KnownBlock next(KnownBlock at, List<EvmAddress> recipients) {
        Optional<Block> shown = client.blockByNumber(at.number() + 1);
        if (shown.isEmpty()) {
            return at;
        }
        Block next = shown.get();
        if (!next.parentHash().equals(at.hash())) {
            return goBack(at);
        }
        List<TokenTransfer> said = logs.inBlock(next, recipients);
        return further.show(next) && further.confirm(next, said, tokens, recipients)
                ? store(next, timed(next, said))
                : waitAt(at, next.number());
    }

    /** Far below the head, where no reorg reaches, ranges will do. */
    private KnownBlock leap(KnownBlock at, long deepest, List<EvmAddress> recipients) {
        Optional<Block> here = client.blockByNumber(at.number());
        if (here.isPresent() && !here.get().hash().equals(at.hash())) {
            return goBack(at);
        }
        long to = Math.min(at.number() + EvmClient.LOG_RANGE_BLOCKS_MAX, deepest);
        Optional<Block> end = client.blockByNumber(to);
        if (end.isEmpty()) {
            return at;
        }
        List<TokenTransfer> said = logs.inRange(at.number() + 1, to, recipients);
        return further.show(end.get()) && further.confirm(at.number() + 1, end.get(), said, tokens, recipients)
                ? store(end.get(), timed(said))
                : waitAt(at, to);
    }

    private KnownBlock waitAt(KnownBlock at, long next) {
        waitingFor = next;
        return at;
    }

    private List<Timed> timed(Block block, List<TokenTransfer> said) {
        return arrived.in(block, said).stream()
                .map(transfer -> new Timed(transfer, block.timestamp()))
                .toList();
    }

    private List<Timed> timed(List<TokenTransfer> said) {
        Map<Long, List<TokenTransfer>> blocks = said.stream()
                .collect(Collectors.groupingBy(TokenTransfer::blockNumber, TreeMap::new, Collectors.toList()));
        List<Timed> timed = new ArrayList<>();
        blocks.forEach((number, some) -> timed.addAll(timed(block(number), some)));
        return timed;
    }

    private KnownBlock store(Block block, List<Timed> found) {
        transaction.executeWithoutResult(status -> {
            for (Timed transfer : found) {
                observations.saw(transfer.transfer(), transfer.blockTime());
            }
            checkpoints.advanceTo(block);
        });
        return new KnownBlock(block.number(), block.hash());
    }

    /** Only if a further node has left the old blocks too: else a lying node could take back what was paid. */
    private KnownBlock goBack(KnownBlock at) {
        recognise();
        Block ancestor = commonAncestor();
        Optional<Block> instead = client.blockByNumber(ancestor.number() + 1);
        if (instead.isPresent() && !further.show(instead.get())) {
            return waitAt(at, instead.get().number());
        }
        log.warn("Chain {} was reorganised above block {}", tokens.chainId(), ancestor.number());
        transaction.executeWithoutResult(status -> {
            observations.orphanAbove(ancestor.number());
            checkpoints.goBackTo(ancestor);
        });
        return new KnownBlock(ancestor.number(), ancestor.hash());
    }

    private Block commonAncestor() {
        List<KnownBlock> known = checkpoints.blocks();
        for (KnownBlock block : known) {
            Optional<Block> now = client.blockByNumber(block.number());
            if (now.isPresent() && now.get().hash().equals(block.hash())) {
                return now.get();
            }
        }
        throw new ChainNotTrusted("The node shows none of the last " + known.size() + " blocks that were read of chain "
                + tokens.chainId() + ": it is on another chain, or was reorganised deeper than is ever followed.");
    }

    private Block genesis() {
        return block(0);
    }

    private Block block(long number) {
        return client.blockByNumber(number)
                .orElseThrow(() -> new IllegalStateException("The node does not show block " + number + "."));
    }

    private record Timed(TokenTransfer transfer, Instant blockTime) {}
}
