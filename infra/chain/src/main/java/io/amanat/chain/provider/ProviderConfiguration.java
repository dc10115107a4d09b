package io.amanat.chain.provider;

import io.amanat.chain.Chains;
import io.amanat.chain.Chains.Chain;
import io.amanat.chain.Nodes;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.JsonRpc;
import io.amanat.chain.loop.Loop;
import io.amanat.contract.escrow.OfferedProviders;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderInstructions;
import io.amanat.contract.money.EvmAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The payment providers' beans. The app imports it beside {@link io.amanat.chain.ChainConfiguration}, whose beans it uses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderSettings.class)
public class ProviderConfiguration {
    private static final Duration PURGE_INTERVAL = Duration.ofMinutes(10);

    @Bean
    OfferedProviders offeredProviders(ProviderSettings settings) {
        var offered = Set.copyOf(settings.offered());
        return () -> offered;
    }

    @Bean
    ProviderInstructions providerInstructions(ProviderSettings settings) {
        return (provider, payment, chainId, destination) -> {
            EvmAddress proxy = settings.requestNetwork().proxy(chainId);
            return provider == PaymentProvider.REQUEST_NETWORK && proxy != null
                    ? Optional.of(new ProviderInstructions.ThroughContract(
                            proxy,
                            RequestReference.of(payment, destination).value(),
                            settings.requestNetwork().feeTo()))
                    : Optional.empty();
        };
    }

    @Bean
    Connections providerConnections(Chains chains, Nodes nodes) {
        Map<Long, Connection> connections = new HashMap<>();
        for (Chain chain : chains.all()) {
            nodes.of(chain.id())
                    .ifPresent(node -> connections.put(
                            chain.id(),
                            new Connection(
                                    new EvmClient(node.url(), chain.settings().callTimeout()),
                                    new JsonRpc(node.url(), chain.settings().callTimeout()))));
        }
        return new Connections(Map.copyOf(connections));
    }

    @Bean
    ProviderInbox providerInbox(
            ProviderSettings settings, Connections connections, Chains chains, DataSource source, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        List<HintCheck> checks = chains.all().stream()
                .map(chain -> new HintCheck(
                        connections.client(chain.id()), chain.tokens(), new Destinations(chain.id(), jdbc)))
                .toList();
        return new ProviderInbox(
                protocols(settings),
                new ProviderDeliveries(jdbc),
                checks,
                settings.bodyBytesMax(),
                settings.retention(),
                clock);
    }

    /** Also its metric. */
    @Bean
    ProviderHealth providerDeliveriesHealthIndicator(ProviderSettings settings, DataSource source, Clock clock) {
        return new ProviderHealth(new ProviderDeliveries(JdbcClient.create(source)), settings.decidedWithin(), clock);
    }

    @Bean
    Rounds providerRounds(
            ProviderSettings settings, ProviderInbox inbox, Connections connections, DataSource source, Clock clock) {
        List<Loop> loops = new ArrayList<>();
        loops.add(new Loop("provider-deliveries", inbox::purge, PURGE_INTERVAL, clock));
        connections.byChain().forEach((chainId, connection) -> {
            EvmAddress proxy = settings.requestNetwork().proxy(chainId);
            if (proxy != null) {
                FeeProxy contract = new FeeProxy(
                        connection.rpc(), proxy, settings.requestNetwork().feeTo());
                PayInFindings findings = new PayInFindings(contract, chainId, JdbcClient.create(source));
                loops.add(new Loop("provider-payins-" + chainId, findings::round, settings.checkInterval(), clock));
            }
        });
        return new Rounds(List.copyOf(loops));
    }

    private static List<WebhookProtocol> protocols(ProviderSettings settings) {
        List<WebhookProtocol> protocols = new ArrayList<>();
        if (!settings.requestNetwork().webhookSecrets().isEmpty()) {
            protocols.add(new RequestNetworkWebhooks(settings.requestNetwork().webhookSecrets()));
        }
        if (!settings.shkeeper().secrets().isEmpty()) {
            protocols.add(new ShkeeperWebhooks(settings.shkeeper().secrets(), settings.replayWindow()));
        }
        return List.copyOf(protocols);
    }

    record Connection(EvmClient client, JsonRpc rpc) {}

    /** To each chain's node one of its own, so that webhooks keep no payment waiting. */
    record Connections(Map<Long, Connection> byChain) implements DisposableBean {
        @Nullable
        EvmClient client(long chainId) {
            Connection connection = byChain.get(chainId);
            return connection == null ? null : connection.client();
        }

        @Override
        public void destroy() {
            byChain.values().forEach(connection -> {
                connection.client().close();
                connection.rpc().close();
            });
        }
    }

    /** What is done again and again. */
    record Rounds(List<Loop> loops) implements SmartLifecycle {
        @Override
        public void start() {
            loops.forEach(Loop::start);
        }

        @Override
        public void stop() {
            loops.forEach(Loop::close);
        }

        @Override
        public boolean isRunning() {
            return loops.stream().anyMatch(Loop::running);
        }
    }
}
