package io.amanat.app.assembly;

import io.amanat.contract.identity.PayoutAddressPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On which terms people change where they are paid. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PayoutAddressAssembly.Settings.class)
class PayoutAddressAssembly {
    @Bean
    PayoutAddressPolicy payoutAddressPolicy(Settings settings) {
        return new PayoutAddressPolicy(settings.domain(), settings.proofWindow(), settings.coolingOff());
    }

    /**
     * Under {@code amanat.payout-addresses}.
     *
     * @param domain named in the text that owners sign
     * @param proofWindow how long that text may be signed
     * @param coolingOff before a changed address is used
     */
    @ConfigurationProperties("amanat.payout-addresses")
    record Settings(
            @DefaultValue("localhost") String domain,
            @DefaultValue("15m") Duration proofWindow,
            @DefaultValue("24h") Duration coolingOff) {}
}
