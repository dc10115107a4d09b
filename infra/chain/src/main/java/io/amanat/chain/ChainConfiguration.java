package io.amanat.chain;

import io.amanat.chain.Chains.Chain;
import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.custody.JdbcOwnAddresses;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.deposit.JdbcDestinationAllocator;
import io.amanat.chain.evm.Eip55;
import io.amanat.chain.evm.PersonalSign;
import io.amanat.chain.hd.DepositAddresses;
import io.amanat.chain.payout.JdbcCustodyGateway;
import io.amanat.chain.screening.AddressLists;
import io.amanat.chain.screening.ScreeningSettings;
import io.amanat.chain.screening.TransferScreening;
import io.amanat.chain.watch.JdbcChainWatch;
import io.amanat.chain.watch.WatchSettings;
import io.amanat.contract.CommandSender;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.TextSignature;
import io.amanat.saga.port.ChainWatch;
import io.amanat.saga.port.CustodyGateway;
import io.amanat.saga.port.DestinationAllocator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The chain adapter's beans. The app imports it and provides {@link DataSource}, {@link PlatformTransactionManager},
 * {@link CommandSender}, {@link Clock} and, when the first chain has a node, one {@link RpcEndpoint}. A {@link TransferScreening} of the app is
 * asked instead of our own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChainSettings.class, MoreChains.class, ScreeningSettings.class, WatchSettings.class})
public class ChainConfiguration {

    @Bean
    Chains chains(ChainSettings first, MoreChains more) {
        return Chains.of(first, more);
    }

    @Bean
    Nodes nodes(Chains chains, ObjectProvider<RpcEndpoint> first) {
        return Nodes.of(chains, first.getIfAvailable());
    }

    @Bean
    Thresholds thresholds(Chains chains, DataSource source) {
        return new Thresholds(chains, JdbcClient.create(source));
    }

    /** Of the first chain. */
    @Bean
    AllowedTokens allowedTokens(Chains chains) {
        return chains.first().tokens();
    }

    /** The first hot account of the first chain. */
    @Bean
    Signer custodySigner(Chains chains) {
        return chains.first().signers().getFirst();
    }

    @Bean
    OwnAddresses ownAddresses(Chains chains, DataSource source) {
        return new JdbcOwnAddresses(
                chains.all().stream().map(Chain::tokens).toList(),
                chains.all().stream()
                        .flatMap(chain -> chain.signers().stream())
                        .distinct()
                        .toList(),
                JdbcClient.create(source));
    }

    @Bean
    AddressChecksum addressChecksum() {
        return new Eip55();
    }

    @Bean
    TextSignature textSignature() {
        return new PersonalSign();
    }

    @Bean
    DestinationAllocator destinationAllocator(
            Chains chains, DataSource source, PlatformTransactionManager transactions) {
        Map<String, DepositAddresses> accounts =
                chains.byId(chain -> new DepositAddresses(chain.settings().accountXpub()));
        DepositAddresses first = accounts.values().iterator().next();
        // a payment on a chain that is no longer configured must not hold up the trade's other steps
        return new JdbcDestinationAllocator(
                chainId -> accounts.getOrDefault(String.valueOf(chainId), first),
                JdbcClient.create(source),
                transactions);
    }

    @Bean
    CustodyGateway custodyGateway(DataSource source) {
        return new JdbcCustodyGateway(JdbcClient.create(source));
    }

    @Bean
    ChainWatch chainWatch(DataSource source) {
        return new JdbcChainWatch(JdbcClient.create(source));
    }

    /** With the configured list taken. */
    @Bean
    AddressLists addressLists(
            ScreeningSettings settings, DataSource source, PlatformTransactionManager transactions, Clock clock) {
        AddressLists lists = new AddressLists(source, transactions, clock);
        settings.file().ifPresent(lists::takeAtStart);
        return lists;
    }

    @Bean
    ChainRuntime chainRuntime(
            Chains chains,
            Nodes nodes,
            Thresholds thresholds,
            DataSource source,
            PlatformTransactionManager transactions,
            CommandSender sender,
            ObjectProvider<TransferScreening> screening,
            ScreeningSettings rules,
            AddressLists lists,
            WatchSettings watch,
            Clock clock) {
        Screenings screenings = new Screenings(screening.getIfAvailable(), rules, lists);
        watch.areFor(chains.all().stream().map(Chain::id).collect(Collectors.toUnmodifiableSet()));
        return new ChainRuntime(nodes.endpoints().stream()
                .map(node -> {
                    Chain chain = chains.of(node.chainId()).orElseThrow();
                    return new ChainService(
                            node,
                            chain,
                            () -> thresholds.of(chain),
                            source,
                            transactions,
                            sender,
                            screenings,
                            watch,
                            clock);
                })
                .toList());
    }

    /** One entry for each chain, under its id. */
    @Bean
    CompositeHealthContributor chainHealthIndicator(Chains chains, ChainRuntime runtime) {
        return CompositeHealthContributor.fromMap(
                chains.byId(chain -> new ChainHealth(runtime.of(chain.id()).orElse(null))));
    }

    @Bean
    MeterBinder chainMetrics(ChainRuntime runtime) {
        return registry -> runtime.services().forEach(service -> bind(registry, service));
    }

    private static void bind(MeterRegistry registry, ChainService service) {
        Tags tags = Tags.of("chain", String.valueOf(service.chainId()));
        Gauge.builder("amanat.chain.head.block", service, ChainService::headNumber)
                .tags(tags)
                .register(registry);
        Gauge.builder("amanat.chain.lag.blocks", service, ChainService::lagBlocks)
                .tags(tags)
                .register(registry);
        Gauge.builder("amanat.chain.nodes.disagree", service, chain -> chain.nodesDisagree() ? 1 : 0)
                .description("1 while a further node contradicts the first: nothing is credited")
                .tags(tags)
                .register(registry);
        Gauge.builder("amanat.chain.answers.incomplete", service, ChainService::incompleteAnswers)
                .description("Answers in which the node left transfers out, since the start")
                .tags(tags)
                .register(registry);
        Gauge.builder("amanat.custody.payouts.pending", service, ChainService::pendingPayouts)
                .tags(tags)
                .register(registry);
    }
}
