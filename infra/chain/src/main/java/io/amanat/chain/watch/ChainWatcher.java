package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.EvmException;
import io.amanat.chain.screening.ScreeningGate;
import io.amanat.chain.watch.Checkpoints.KnownBlock;
import io.amanat.contract.CommandSender;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches one chain for money to our destinations, in rounds: what the chain shows becomes rows, what rows are due is told to the
 * payments. Every round may end at any line by an exception or a crash, and the next one goes on.
 *
 * <p>One instance per chain at a time.
 */
public final class ChainWatcher {

    private static final Logger log = LoggerFactory.getLogger(ChainWatcher.class);

    private final ChainIdentity identity;
    private final Checkpoints checkpoints;
    private final Observations observations;
    private final ChainReader reader;
    private final ObservationReporter reporter;
    private final StrayScan strays;
    private final IntSupplier confirmations;
    private boolean recognised;
    private volatile boolean disputed;

    /**
     * Reads nothing yet.
     *
     * @param gate asked about each transfer that reached the threshold, before its payment is told
     * @param confirmations blocks from a transfer's own to the newest, both counted, after which it counts as money;
     *     asked in every round
     */
    public ChainWatcher(
            EvmClient client,
            ChainIdentity identity,
            AllowedTokens tokens,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            CommandSender sender,
            ScreeningGate gate,
            IntSupplier confirmations,
            Clock clock) {
        this(client, FurtherNodes.none(), identity, tokens, jdbc, transactions, sender, gate, confirmations, clock);
    }

    /**
     * As the other one, but nothing is taken from the node that the further ones do not bear out.
     */
    public ChainWatcher(
            EvmClient client,
            FurtherNodes further,
            ChainIdentity identity,
            AllowedTokens tokens,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            CommandSender sender,
            ScreeningGate gate,
            IntSupplier confirmations,
            Clock clock) {
        this.identity = identity;
        this.checkpoints = new Checkpoints(tokens.chainId(), jdbc);
        this.observations = new Observations(tokens.chainId(), jdbc);
        this.reader = new ChainReader(
                client,
                tokens,
                checkpoints,
                observations,
                new Destinations(tokens.chainId(), jdbc),
                further,
                new TransactionTemplate(transactions));
        this.confirmations = confirmations;
        this.strays = new StrayScan(
                client,
                tokens,
                new Destinations(tokens.chainId(), jdbc),
                new StrayCheckpoint(tokens.chainId(), jdbc),
                sender);
        this.reporter =
                new ObservationReporter(client, further, tokens, observations, sender, gate, confirmations, clock);
    }

    /**
     * Reads what is new and tells what is due.
     *
     * @throws io.amanat.chain.evm.EvmException if the node does not answer: blind until the next round
     * @throws IllegalStateException if the chain is not the one that is expected, in a sentence for an operator
     */
    public void round() {
        if (!recognised) {
            identity.verify();
            reader.recognise();
        }
        recognised = false;
        try {
            reader.advance();
            report();
            disputed = false;
        } catch (NodesDisagree contradiction) {
            disputed = true;
            throw contradiction;
        }
        lookForStrays();
        recognised = true;
    }

    /** No money: a node that refuses these wider questions keeps nothing else waiting. */
    private void lookForStrays() {
        try {
            strays.advance(checkpoints.last().map(KnownBlock::number).orElse(-1L) - confirmations.getAsInt() + 1);
        } catch (EvmException failure) {
            log.warn("Strays are not looked for: {}", failure.getMessage());
        }
    }

    /** The newest block that the node has shown; -1 before the first round. */
    public long headNumber() {
        return reader.headSeen();
    }

    /** How many blocks of the chain were not read yet, as far as the node has shown them. */
    public long lagBlocks() {
        long read = checkpoints.last().map(KnownBlock::number).orElse(-1L);
        return Math.max(0, headNumber() - read);
    }

    /** Whether the last look found the nodes contradicting each other. */
    public boolean nodesDisagree() {
        return disputed;
    }

    /** How often the node left something out of an answer since this watcher was made. */
    public long incompleteAnswers() {
        return reader.incompleteAnswers();
    }

    /** Which transfers cannot be told to their payments, and why; and which block no further node has shown yet. */
    public List<String> troubles() {
        long waitingFor = reader.waitingFor();
        return waitingFor < 0
                ? observations.troubles()
                : Stream.concat(
                                Stream.of("Block " + waitingFor + " is not taken before a further node shows it."),
                                observations.troubles().stream())
                        .toList();
    }

    void read() {
        reader.advance();
    }

    void report() {
        reporter.report(checkpoints.last().map(KnownBlock::number).orElse(-1L));
    }
}
