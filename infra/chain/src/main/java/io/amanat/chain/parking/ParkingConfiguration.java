package io.amanat.chain.parking;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parking's beans; they need no node. */
@Configuration(proxyBeanMethods = false)
public class ParkingConfiguration {
    private static final int SENTENCES_MAX = 5;

    @Bean
    JdbcParkedSteps parkedSteps(DataSource source) {
        return new JdbcParkedSteps(JdbcClient.create(source));
    }

    /** DOWN while a step waits for a guard, with the first sentences. */
    @Bean
    HealthIndicator parkedStepsHealthIndicator(JdbcParkedSteps steps) {
        return () -> {
            List<String> waiting = steps.sentences(SENTENCES_MAX);
            return waiting.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetail("parked", waiting).build();
        };
    }
}
