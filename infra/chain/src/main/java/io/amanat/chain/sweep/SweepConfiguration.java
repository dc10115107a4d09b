package io.amanat.chain.sweep;

import io.amanat.chain.Chains;
import io.amanat.chain.Chains.Chain;
import io.amanat.chain.Nodes;
import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.Thresholds;
import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.loop.Loop;
import io.amanat.contract.CommandSender;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.EvmAddress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The sweeps' beans. The app imports it beside {@link io.amanat.chain.ChainConfiguration}, whose beans it uses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepSettings.class)
public class SweepConfiguration {

    private static final BigInteger WEI_PER_GWEI = BigInteger.TEN.pow(9);

    @Bean
    SweepDesk sweeps(
            Chains chains,
            Nodes nodes,
            Thresholds thresholds,
            SweepSettings settings,
            AddressChecksum checksum,
            DataSource source,
            PlatformTransactionManager transactions,
            CommandSender sender,
            Clock clock) {
        List<SweptChain> all = nodes.endpoints().stream()
                .map(node -> {
                    Chain chain = chains.of(node.chainId()).orElseThrow();
                    SweepRules rules = rules(settings, chain, checksum);
                    return one(node, chain, thresholds, rules, settings, source, transactions, sender, clock);
                })
                .toList();
        return new SweepDesk(
                chains.first().id(), new SweepBatches(JdbcClient.create(source), transactions, clock), all);
    }

    private static SweptChain one(
            RpcEndpoint node,
            Chain chain,
            Thresholds thresholds,
            SweepRules rules,
            SweepSettings settings,
            DataSource source,
            PlatformTransactionManager transactions,
            CommandSender sender,
            Clock clock) {
        EvmClient client = new EvmClient(node.url(), chain.settings().callTimeout());
        JdbcClient jdbc = JdbcClient.create(source);
        SweepWorker worker =
                new SweepWorker(client, chain.tokens(), rules, source, sender, () -> thresholds.of(chain), clock);
        return new SweptChain(
                chain.id(),
                client,
                new SweepPlanner(client, chain.tokens(), rules, jdbc, transactions, clock),
                new SweepHandBack(new SweepGuard(jdbc), new SweepTable(chain.id(), jdbc), clock),
                worker,
                new Loop("sweeps-" + chain.id(), worker::round, settings.interval(), clock));
    }

    static SweepRules rules(SweepSettings settings, Chain chain, AddressChecksum checksum) {
        SweepSettings.OfChain own = settings.of(chain.id());
        EvmAddress to = own.to() == null || own.to().isBlank()
                ? chain.signers().getFirst().address()
                : checksum.parse(own.to());
        if (to.zero() || chain.tokens().of(to).isPresent()) {
            throw new ChainMisconfigured("amanat.sweeps.chains." + chain.id()
                    + ".to is an account of custody, never zero and never a token.");
        }
        return new SweepRules(
                to,
                own.nativePrice(),
                settings.worthFactor(),
                settings.feeHeadroom(),
                BigInteger.valueOf(chain.settings().maxFeePerGasGwei()).multiply(WEI_PER_GWEI),
                own.accountPath(),
                settings.signWithin(),
                settings.batchMax());
    }

    @Bean
    CompositeHealthContributor sweepsHealthIndicator(Chains chains, SweepDesk sweeps) {
        return CompositeHealthContributor.fromMap(chains.byId(chain -> new SweepHealth(() -> sweeps.of(chain.id()))));
    }

    @Bean
    MeterBinder sweepMetrics(SweepDesk sweeps) {
        return registry -> sweeps.all()
                .forEach(chain -> Gauge.builder("amanat.sweeps.unsigned", chain.worker(), SweepWorker::unsigned)
                        .description("Sweeps that wait for the operator's signature")
                        .tag("chain", String.valueOf(chain.chainId()))
                        .register(registry));
    }
}
