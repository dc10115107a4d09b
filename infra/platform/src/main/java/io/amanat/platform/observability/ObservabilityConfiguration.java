package io.amanat.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Health and metrics. Needs Spring Boot's metrics. */
@Configuration(proxyBeanMethods = false)
public class ObservabilityConfiguration {

    /** Health component {@code eventProcessors}. */
    @Bean
    HealthIndicator eventProcessorsHealthIndicator(EventProcessingConfiguration processing) {
        return new ProcessorsHealth(processing);
    }

    @Bean
    ConfigurerModule axonMetrics(MeterRegistry registry) {
        return configurer -> new GlobalMetricRegistry(registry).registerWithConfigurerWithDefaultTags(configurer);
    }

    @Bean
    GaugeReader gaugeReader(
            JdbcClient jdbc,
            EventProcessingConfiguration processing,
            ObjectProvider<Figures> figures,
            MeterRegistry registry) {
        DomainGauges domain = new DomainGauges(jdbc, registry);
        ProcessorGauges processors = new ProcessorGauges(processing, jdbc, registry);
        return new GaugeReader(Stream.concat(Stream.of(processors::read, domain::read), figures.orderedStream())
                .toList());
    }
}
