package io.amanat.chain.reconcile;

import io.amanat.chain.Chains;
import io.amanat.chain.Chains.Chain;
import io.amanat.chain.Nodes;
import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.loop.Loop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The reconciliation's beans. The app imports it beside {@link io.amanat.chain.ChainConfiguration}, whose beans it uses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconcileSettings.class)
public class ReconcileConfiguration {

    @Bean
    ReportStore reconciliationReports(DataSource source, PlatformTransactionManager transactions) {
        return new ReportStore(source, transactions);
    }

    @Bean
    EveryChain reconciliation(
            Chains chains,
            Nodes nodes,
            ReconcileSettings settings,
            DataSource source,
            PlatformTransactionManager transactions,
            ReportStore store,
            Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        List<OneChain> all = nodes.endpoints().stream()
                .map(node -> {
                    Chain chain = chains.of(node.chainId()).orElseThrow();
                    return one(node, chain, settings, jdbc, transactions, store, clock);
                })
                .toList();
        return new EveryChain(chains.first().id(), all);
    }

    private static OneChain one(
            RpcEndpoint node,
            Chain chain,
            ReconcileSettings settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ReportStore store,
            Clock clock) {
        EvmClient client = new EvmClient(node.url(), chain.settings().callTimeout());
        Reconciler reconciler = new Reconciler(
                new BooksReader(
                        chain.tokens(),
                        chain.signers().stream().map(Signer::address).toList(),
                        jdbc,
                        transactions),
                new ChainAsker(client, new HotAccounts(client, jdbc)),
                new Evidence(client, jdbc),
                store,
                settings,
                new SecureRandom(),
                clock);
        return new OneChain(
                chain.id(),
                client,
                reconciler,
                new Loop("reconciliation-" + chain.id(), reconciler::round, settings.interval(), clock));
    }

    @Bean
    CompositeHealthContributor reconciliationHealthIndicator(
            ReportStore store, Chains chains, EveryChain reconciliation) {
        return CompositeHealthContributor.fromMap(chains.byId(
                chain -> new ReconciliationHealth(store, chain.id(), () -> reconciliation.trouble(chain.id()))));
    }

    /** NaN before there is any report. */
    @Bean
    MeterBinder reconciliationMetrics(ReportStore store, Chains chains) {
        return registry -> chains.all().stream().map(Chain::id).forEach(chainId -> {
            Gauge.builder(
                            "amanat.reconciliation.alarms",
                            store,
                            reports -> latest(reports, chainId)
                                    .map(report -> (double) report.alarms())
                                    .orElse(Double.NaN))
                    .description("Differences of the last reconciliation that nothing explains")
                    .tag("chain", String.valueOf(chainId))
                    .register(registry);
            Gauge.builder(
                            "amanat.reconciliation.block",
                            store,
                            reports -> latest(reports, chainId)
                                    .map(report -> (double) report.blockNumber())
                                    .orElse(Double.NaN))
                    .description("Block of the last reconciliation")
                    .tag("chain", String.valueOf(chainId))
                    .register(registry);
        });
    }

    private static Optional<ReportStore.Latest> latest(ReportStore store, long chainId) {
        return store.latest(chainId);
    }
}
