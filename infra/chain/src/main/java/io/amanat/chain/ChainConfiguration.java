package io.amanat.chain;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.custody.JdbcOwnAddresses;
import io.amanat.chain.custody.KeystoreSigner;
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
import io.amanat.contract.CommandSender;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.TextSignature;
import io.amanat.saga.port.ChainWatch;
import io.amanat.saga.port.CustodyGateway;
import io.amanat.saga.port.DestinationAllocator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
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

/**
 * The chain adapter's beans. The app imports it and provides {@link DataSource}, {@link PlatformTransactionManager},
 * {@link CommandSender}, {@link Clock} and, when there is a chain, one {@link RpcEndpoint}. A {@link TransferScreening} of the app is
 * asked instead of our own.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ChainSettings.class, ScreeningSettings.class})
public class ChainConfiguration {

    @Bean
    AllowedTokens allowedTokens(ChainSettings settings) {
        return settings.allowedTokens();
    }

    @Bean
    Signer custodySigner(ChainSettings settings) {
        return KeystoreSigner.openOrCreate(settings.keystore(), settings.keystorePassword());
    }

    @Bean
    OwnAddresses ownAddresses(AllowedTokens tokens, Signer signer, DataSource source) {
        return new JdbcOwnAddresses(tokens, signer, JdbcClient.create(source));
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
            ChainSettings settings, DataSource source, PlatformTransactionManager transactions) {
        return new JdbcDestinationAllocator(
                new DepositAddresses(settings.accountXpub()), JdbcClient.create(source), transactions);
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
            ObjectProvider<RpcEndpoint> endpoint,
            ChainSettings settings,
            AllowedTokens tokens,
            Signer signer,
            DataSource source,
            PlatformTransactionManager transactions,
            CommandSender sender,
            ObjectProvider<TransferScreening> screening,
            ScreeningSettings rules,
            AddressLists lists,
            Clock clock) {
        Screenings screenings = new Screenings(screening.getIfAvailable(), rules, lists);
        RpcEndpoint node = endpoint.getIfAvailable();
        return new ChainRuntime(
                node == null
                        ? null
                        : new ChainService(
                                node, settings, tokens, signer, source, transactions, sender, screenings, clock));
    }

    @Bean
    HealthIndicator chainHealthIndicator(ChainRuntime runtime) {
        return new ChainHealth(runtime.service());
    }

    @Bean
    MeterBinder chainMetrics(ChainRuntime runtime) {
        return registry -> bind(registry, runtime.service());
    }

    private static void bind(MeterRegistry registry, @Nullable ChainService service) {
        if (service != null) {
            Gauge.builder("amanat.chain.head.block", service, ChainService::headNumber)
                    .register(registry);
            Gauge.builder("amanat.chain.lag.blocks", service, ChainService::lagBlocks)
                    .register(registry);
            Gauge.builder("amanat.custody.payouts.pending", service, ChainService::pendingPayouts)
                    .register(registry);
        }
    }

    /** Runs the service if there is a chain; without one it does nothing. */
    record ChainRuntime(@Nullable ChainService service) implements SmartLifecycle, DisposableBean {
        @Override
        public void start() {
            if (service != null) {
                service.start();
            }
        }

        @Override
        public void stop() {
            if (service != null) {
                service.stop();
            }
        }

        @Override
        public boolean isRunning() {
            return service != null && service.isRunning();
        }

        @Override
        public void destroy() {
            if (service != null) {
                service.release();
            }
        }
    }
}
