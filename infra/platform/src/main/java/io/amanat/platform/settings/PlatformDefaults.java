package io.amanat.platform.settings;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Settings of the libraries below that the platform relies on. An operator's own settings win, except that nobody is phoned. */
final class PlatformDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("axon.axonserver.enabled", "false"),
            Map.entry("axon.timeout.enabled", "false"),
            Map.entry("axon.update-check.disabled", "true"),
            Map.entry("db-scheduler.polling-interval", "1s"),
            Map.entry("db-scheduler.immediate-execution-enabled", "true"),
            Map.entry("db-scheduler.delay-startup-until-context-ready", "true"),
            Map.entry("db-scheduler.threads", "4"),
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.tomcat.max-swallow-size", "1MB"),
            Map.entry("spring.mvc.log-resolved-exception", "false"),
            Map.entry("logging.pattern.correlation", "[%X{requestId:-} %X{correlationId:-}] "),
            Map.entry("spring.jpa.open-in-view", "false"),
            Map.entry("spring.jpa.hibernate.ddl-auto", "none"),
            Map.entry("management.endpoints.web.exposure.include", "health,info,prometheus"),
            Map.entry("management.endpoint.health.show-details", "when-authorized"),
            Map.entry("management.endpoint.health.show-components", "always"),
            Map.entry("management.endpoint.health.probes.enabled", "true"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        // Axon asks this before there is any Spring context
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        environment.getPropertySources().addLast(new MapPropertySource("amanat-platform", new HashMap<>(DEFAULTS)));
    }
}
