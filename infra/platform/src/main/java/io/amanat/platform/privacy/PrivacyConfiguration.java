package io.amanat.platform.privacy;

import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.platform.settings.AmanatSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The vault and the keyed hash, with their secrets in the keys folder. */
@Configuration(proxyBeanMethods = false)
public class PrivacyConfiguration {
    @Bean
    PersonalDataVault personalDataVault(
            AmanatSettings settings, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        MasterKey master = MasterKey.in(new SecretFiles(settings.keys()));
        return new TinkPersonalDataVault(new PersonKeys(jdbc, transactions), master, new RecentKeys(clock));
    }

    @Bean
    KeyedMac keyedMac(AmanatSettings settings) {
        return KeyedMac.in(new SecretFiles(settings.keys()));
    }
}
