package io.amanat.app.assembly;

import io.amanat.api.ApiConfiguration;
import io.amanat.api.identity.AccountProvisioning;
import io.amanat.app.start.Foundations;
import io.amanat.chain.ChainConfiguration;
import io.amanat.chain.parking.ParkingConfiguration;
import io.amanat.chain.provider.ProviderConfiguration;
import io.amanat.chain.quote.QuotingConfiguration;
import io.amanat.chain.reconcile.ReconcileConfiguration;
import io.amanat.chain.sweep.SweepConfiguration;
import io.amanat.engine.live.EngineConfiguration;
import io.amanat.platform.PlatformConfiguration;
import io.amanat.platform.privacy.PrivacyConfiguration;
import io.amanat.query.QueryConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The whole platform. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties({EscrowSettings.class, DemoAccounts.Settings.class})
@Import({
    DatabaseAssembly.class,
    PlatformConfiguration.class,
    PrivacyConfiguration.class,
    CommandSideAssembly.class,
    SagaAssembly.class,
    ProjectionAssembly.class,
    ReadTableJobsAssembly.class,
    EngineConfiguration.class,
    EdgeAssembly.class,
    PayoutAddressAssembly.class,
    ChainAssembly.class,
    ApiReference.class,
    ApiReferenceTags.class,
    ChainConfiguration.class,
    ReconcileConfiguration.class,
    ParkingConfiguration.class,
    SweepConfiguration.class,
    QuotingConfiguration.class,
    ProviderConfiguration.class,
    ApiConfiguration.class,
    QueryConfiguration.class
})
public class AppConfiguration {
    @Bean
    ApplicationRunner whenUp(
            AccountProvisioning provisioning,
            DemoAccounts.Settings demo,
            Environment environment,
            Foundations foundations) {
        return _ -> {
            if (demo.accounts()) {
                new DemoAccounts(provisioning).ensure();
            }
            new Welcome(environment, foundations).print(demo.accounts());
        };
    }
}
