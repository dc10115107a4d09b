package io.amanat.platform.settings;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Automatic configuration that would do harm: Axon's JPA tables (large objects that nobody can read), its call home, its connector, its
 * meter registry that hides the real one; Spring's invented user.
 */
final class UnwantedAutoConfiguration implements AutoConfigurationImportFilter {

    private static final String AXON = "org.axonframework.springboot.autoconfig.";

    private static final Set<String> UNWANTED = Set.of(
            AXON + "JpaAutoConfiguration",
            AXON + "JpaEventStoreAutoConfiguration",
            AXON + "legacyjpa.JpaJavaxAutoConfiguration",
            AXON + "legacyjpa.JpaJavaxEventStoreAutoConfiguration",
            AXON + "UpdateCheckerAutoConfiguration",
            AXON + "AxonServerAutoConfiguration",
            AXON + "AxonServerBusAutoConfiguration",
            AXON + "AxonServerActuatorAutoConfiguration",
            AXON + "MetricsAutoConfiguration",
            AXON + "MicrometerMetricsAutoConfiguration",
            AXON + "XStreamAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration");

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            wanted[i] = name == null || !UNWANTED.contains(name);
        }
        return wanted;
    }
}
