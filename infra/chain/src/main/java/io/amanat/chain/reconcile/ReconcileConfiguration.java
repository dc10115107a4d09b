package io.amanat.chain.reconcile;

import io.amanat.chain.ChainSettings;
import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.loop.Loop;
import io.amanat.chain.loop.Loop.Trouble;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.reconciliation.ReconciliationRule;
import io.amanat.contract.reconciliation.Reconciliations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
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
    Reconciliation reconciliation(
            ObjectProvider<RpcEndpoint> endpoint,
            ChainSettings chain,
            ReconcileSettings settings,
            AllowedTokens tokens,
            Signer signer,
            DataSource source,
            PlatformTransactionManager transactions,
            ReportStore store,
            Clock clock) {
        RpcEndpoint node = endpoint.getIfAvailable();
        if (node == null) {
            return new Reconciliation(null, null, null);
        }
        EvmClient client = new EvmClient(node.url(), chain.callTimeout());
        JdbcClient jdbc = JdbcClient.create(source);
        Reconciler reconciler = new Reconciler(
                new BooksReader(tokens, signer.address(), jdbc, transactions),
                new ChainAsker(client, new HotAccounts(client, jdbc)),
                new Evidence(client, jdbc),
                store,
                settings,
                new SecureRandom(),
                clock);
        Loop loop = new Loop("reconciliation", reconciler::round, settings.interval(), clock);
        return new Reconciliation(client, reconciler, loop);
    }

    @Bean
    HealthIndicator reconciliationHealthIndicator(
            ReportStore store, AllowedTokens tokens, Reconciliation reconciliation) {
        return new ReconciliationHealth(store, tokens.chainId(), reconciliation::trouble);
    }

    /** NaN before there is any report. */
    @Bean
    MeterBinder reconciliationMetrics(ReportStore store, AllowedTokens tokens) {
        return registry -> {
            Gauge.builder(
                            "amanat.reconciliation.alarms",
                            store,
                            reports -> latest(reports, tokens)
                                    .map(report -> (double) report.alarms())
                                    .orElse(Double.NaN))
                    .description("Differences of the last reconciliation that nothing explains")
                    .register(registry);
            Gauge.builder(
                            "amanat.reconciliation.block",
                            store,
                            reports -> latest(reports, tokens)
                                    .map(report -> (double) report.blockNumber())
                                    .orElse(Double.NaN))
                    .description("Block of the last reconciliation")
                    .register(registry);
        };
    }

    private static Optional<ReportStore.Latest> latest(ReportStore store, AllowedTokens tokens) {
        return store.latest(tokens.chainId());
    }

    /** Runs by itself if there is a chain; without one it refuses. */
    record Reconciliation(
            @Nullable EvmClient client,
            @Nullable Reconciler reconciler,
            @Nullable Loop loop) implements Reconciliations, SmartLifecycle, DisposableBean {
        @Override
        public void run(UUID id, String requestedBy) {
            if (reconciler == null) {
                throw new RuleViolated(ReconciliationRule.NO_CHAIN_TO_COMPARE_WITH);
            }
            reconciler.run(id, requestedBy);
        }

        Optional<Trouble> trouble() {
            return loop == null ? Optional.empty() : loop.trouble();
        }

        @Override
        public void start() {
            if (loop != null) {
                loop.start();
            }
        }

        @Override
        public void stop() {
            if (loop != null) {
                loop.close();
            }
        }

        @Override
        public boolean isRunning() {
            return loop != null && loop.running();
        }

        @Override
        public void destroy() {
            if (client != null) {
                client.close();
            }
        }
    }
}
