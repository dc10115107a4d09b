package io.amanat.chain;

import io.amanat.chain.Chains.Chain;
import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.EvmException;
import io.amanat.chain.loop.Loop;
import io.amanat.chain.loop.Loop.Trouble;
import io.amanat.chain.payout.PayoutWorker;
import io.amanat.chain.watch.ChainWatcher;
import io.amanat.chain.watch.FurtherNodes;
import io.amanat.chain.watch.WatchSettings;
import io.amanat.contract.CommandSender;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The running watcher and payout worker of one chain, one thread each. Starts after everything else and stops before it.
 *
 * <p>A node that does not answer does not keep the app from starting; one that contradicts the configuration does.
 */
final class ChainService {

    private static final Logger log = LoggerFactory.getLogger(ChainService.class);

    private final long chainId;
    private final EvmClient client;
    private final List<EvmClient> further;
    private final ChainIdentity identity;
    private final ChainWatcher watcher;
    private final PayoutWorker worker;
    private final Duration pollInterval;
    private final Clock clock;
    private @Nullable Loop watching;
    private @Nullable Loop paying;

    ChainService(
            RpcEndpoint endpoint,
            Chain chain,
            IntSupplier confirmations,
            DataSource source,
            PlatformTransactionManager transactions,
            CommandSender sender,
            Screenings screenings,
            WatchSettings watch,
            Clock clock) {
        ChainSettings settings = chain.settings();
        AllowedTokens tokens = chain.tokens();
        this.chainId = chain.id();
        JdbcClient jdbc = JdbcClient.create(source);
        this.client = new EvmClient(endpoint.url(), settings.callTimeout());
        this.further = watch.furtherNodes(tokens.chainId(), settings.callTimeout());
        this.identity = new ChainIdentity(client, tokens);
        this.worker = new PayoutWorker(
                client,
                identity,
                tokens,
                chain.signers(),
                source,
                sender,
                confirmations,
                settings.replacingRules(),
                clock);
        this.watcher = new ChainWatcher(
                client,
                new FurtherNodes(further),
                identity,
                tokens,
                jdbc,
                transactions,
                sender,
                screenings.gate(client, jdbc, sender),
                confirmations,
                clock);
        this.pollInterval = settings.pollInterval();
        this.clock = clock;
    }

    /** @throws io.amanat.chain.asset.ChainMisconfigured if the node answers and contradicts the configuration */
    synchronized void start() {
        if (isRunning()) {
            return;
        }
        try {
            identity.verify();
        } catch (EvmException notYet) {
            log.warn("The node of chain {} does not answer yet: {}", chainId, notYet.getMessage());
        }
        watching = new Loop("chain-watcher-" + chainId, watcher::round, pollInterval, clock);
        paying = new Loop("payout-worker-" + chainId, worker::round, pollInterval, clock);
        watching.start();
        paying.start();
    }

    /** In less than two seconds; what was not finished is taken up by the next start. */
    synchronized void stop() {
        Loop first = watching;
        Loop second = paying;
        watching = null;
        paying = null;
        Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .parallel()
                .forEach(Loop::close);
    }

    long chainId() {
        return chainId;
    }

    synchronized boolean isRunning() {
        return watching != null;
    }

    /** Since when and why nothing is seen; empty while the watcher's rounds go well. */
    synchronized Optional<Trouble> blindness() {
        return watching == null ? Optional.empty() : watching.trouble();
    }

    /** Since when and why no payout moves. */
    synchronized Optional<Trouble> standstill() {
        return paying == null ? Optional.empty() : paying.trouble();
    }

    /** What waits for a person or for better times, in sentences. */
    List<String> troubles() {
        return Stream.concat(watcher.troubles().stream(), worker.troubles().stream())
                .toList();
    }

    long headNumber() {
        return watcher.headNumber();
    }

    long lagBlocks() {
        return watcher.lagBlocks();
    }

    boolean nodesDisagree() {
        return watcher.nodesDisagree();
    }

    long incompleteAnswers() {
        return watcher.incompleteAnswers();
    }

    long pendingPayouts() {
        return worker.pending();
    }

    void release() {
        stop();
        client.close();
        further.forEach(EvmClient::close);
    }
}
