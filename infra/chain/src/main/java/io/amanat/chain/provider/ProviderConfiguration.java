package io.amanat.chain.provider;

import io.amanat.chain.ChainSettings;
import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.JsonRpc;
import io.amanat.chain.loop.Loop;
import io.amanat.contract.escrow.OfferedProviders;
import io.amanat.contract.money.EvmAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
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
    Connection providerConnection(ObjectProvider<RpcEndpoint> endpoint, ChainSettings chain) {
        RpcEndpoint node = endpoint.getIfAvailable();
        return node == null
                ? new Connection(null, null)
                : new Connection(
                        new EvmClient(node.url(), chain.callTimeout()), new JsonRpc(node.url(), chain.callTimeout()));
    }

    @Bean
    ProviderInbox providerInbox(
            ProviderSettings settings, Connection connection, AllowedTokens tokens, DataSource source, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        return new ProviderInbox(
                protocols(settings),
                new ProviderDeliveries(jdbc),
                new HintCheck(connection.client(), tokens, new Destinations(tokens.chainId(), jdbc)),
                settings.bodyBytesMax(),
                settings.retention(),
                clock);
    }

    @Bean
    Rounds providerRounds(
            ProviderSettings settings,
            ProviderInbox inbox,
            Connection connection,
            AllowedTokens tokens,
            DataSource source,
            Clock clock) {
        List<Loop> loops = new ArrayList<>();
        loops.add(new Loop("provider-deliveries", inbox::purge, PURGE_INTERVAL, clock));
        EvmAddress proxy = settings.requestNetwork().proxy();
        JsonRpc rpc = connection.rpc();
        if (proxy != null && rpc != null) {
            FeeProxy contract =
                    new FeeProxy(rpc, proxy, settings.requestNetwork().feeTo());
            PayInFindings findings = new PayInFindings(contract, tokens.chainId(), JdbcClient.create(source));
            loops.add(new Loop("provider-payins", findings::round, settings.checkInterval(), clock));
        }
        return new Rounds(List.copyOf(loops));
    }

    static List<WebhookProtocol> protocols(ProviderSettings settings) {
        List<WebhookProtocol> protocols = new ArrayList<>();
        if (!settings.requestNetwork().webhookSecrets().isEmpty()) {
            protocols.add(new RequestNetworkWebhooks(settings.requestNetwork().webhookSecrets()));
        }
        if (!settings.shkeeper().secrets().isEmpty()) {
            protocols.add(new ShkeeperWebhooks(settings.shkeeper().secrets(), settings.replayWindow()));
        }
        return List.copyOf(protocols);
    }

    /** A node of its own connection, so that webhooks keep no payment waiting. */
    record Connection(@Nullable EvmClient client, @Nullable JsonRpc rpc) implements DisposableBean {
        @Override
        public void destroy() {
            if (client != null) {
                client.close();
            }
            if (rpc != null) {
                rpc.close();
            }
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
