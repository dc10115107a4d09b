package io.amanat.platform;

import io.amanat.platform.axon.AxonConfiguration;
import io.amanat.platform.observability.ObservabilityConfiguration;
import io.amanat.platform.security.SecurityConfiguration;
import io.amanat.platform.serialization.SerializationConfiguration;
import io.amanat.platform.settings.AmanatSettings;
import io.amanat.platform.web.WebConfiguration;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the application stands on, for import. Needs a {@code DataSource} of the role {@code amanat_app}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AmanatSettings.class)
@Import({
    SerializationConfiguration.class,
    AxonConfiguration.class,
    WebConfiguration.class,
    SecurityConfiguration.class,
    ObservabilityConfiguration.class
})
public class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
