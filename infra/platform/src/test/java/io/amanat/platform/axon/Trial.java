package io.amanat.platform.axon;

import io.amanat.contract.Command;
import io.amanat.platform.serialization.SerializationConfiguration;
import io.amanat.testkit.TestDatabase;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small application on the platform. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SerializationConfiguration.class, AxonConfiguration.class})
class Trial {

    static ConfigurableApplicationContext start(TestDatabase database) {
        return new SpringApplicationBuilder(Trial.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=amanat_app",
                        "--spring.flyway.enabled=false",
                        "--spring.main.banner-mode=off");
    }

    @Bean
    ConfigurerModule account() {
        CommandTargetResolver targets = message -> new VersionedAggregateIdentifier(
                (Object) ((Command) message.getPayload()).target(),
                message.getMetaData().containsKey("expectedVersion")
                        ? Long.valueOf((String) message.getMetaData().get("expectedVersion"))
                        : null);
        return Registrations.aggregate(Account.class, targets);
    }

    @Bean
    ConfigurerModule probation() {
        return Registrations.saga(ProbationSaga.class);
    }

    @Bean
    Register register(JdbcClient jdbc) {
        return new Register(jdbc);
    }
}
