package io.amanat.benchmark.commands;

import io.amanat.contract.CommandSender;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.domain.custody.ApprovalPolicy;
import io.amanat.platform.axon.AxonConfiguration;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.Databases;
import io.amanat.platform.serialization.SerializationConfiguration;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The platform's command side and nothing else: its bus, its event store, its serializers and its aggregates, wired by the platform's
 * own configuration. No saga, no projection and no HTTP runs beside it. The line that the platform logs for each command is off.
 */
public final class CommandSide implements AutoCloseable {

    private final Databases databases;
    private final ConfigurableApplicationContext context;

    private CommandSide(Databases databases, ConfigurableApplicationContext context) {
        this.databases = databases;
        this.context = context;
    }

    public static CommandSide start(DatabaseAccess access) {
        Databases databases = Databases.connect(access);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .initializers((GenericApplicationContext fresh) -> fresh.registerBean(
                        "dataSource",
                        DataSource.class,
                        databases::app,
                        definition -> definition.setDestroyMethodName("")))
                .run(
                        "--spring.flyway.enabled=false",
                        "--spring.main.banner-mode=off",
                        "--spring.data.jpa.repositories.enabled=false",
                        "--logging.level.root=warn",
                        "--logging.level.io.amanat=warn");
        return new CommandSide(databases, context);
    }

    public CommandSender sender() {
        return context.getBean(CommandSender.class);
    }

    public EventStore store() {
        return context.getBean(EventStore.class);
    }

    @Override
    public void close() {
        context.close();
        databases.close();
    }

    /** What the app's assembly does for its command side. */
    @Configuration(proxyBeanMethods = false)
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
    @Import({SerializationConfiguration.class, AxonConfiguration.class})
    static class Wiring {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ApprovalPolicy approvals() {
            return Aggregates.approvals();
        }

        @Bean
        OwnAddresses ownAddresses() {
            return Aggregates.noneOfOurs();
        }

        @Bean
        ConfigurerModule aggregates() {
            return Aggregates::asThePlatformDoes;
        }
    }
}
