package io.amanat.platform.axon;

import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.identity.AuthProvider;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserId;
import io.amanat.platform.serialization.SerializationConfiguration;
import io.amanat.testkit.TestDatabase;
import java.util.Map;
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

/** One of several application nodes on one database, with {@link Member} as its only aggregate. */
final class MemberNode implements AutoCloseable {

    final UserId user;
    final PersonalText text;
    private final ConfigurableApplicationContext application;

    MemberNode(TestDatabase database, UserId user, String... settings) {
        this(Wiring.class, database, user, settings);
    }

    MemberNode(Class<?> wiring, TestDatabase database, UserId user, String... settings) {
        this.user = user;
        this.text = PersonalText.of(user, "c2VhbGVk");
        String[] arguments = {
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=amanat_app",
            "--spring.flyway.enabled=false",
            "--spring.main.banner-mode=off"
        };
        this.application = new SpringApplicationBuilder(wiring)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run(arguments);
    }

    Object register() {
        return send(new RegisterUser(user, Role.BUYER, text, text, AuthProvider.EMAIL));
    }

    Object send(Command command) {
        return send(command, Map.of());
    }

    Object send(Command command, Map<String, String> more) {
        return bean(CommandSender.class).send(command, new Origin("user:" + user, "buyer", user.toString(), more));
    }

    boolean caches() {
        return bean(AggregateCache.class).containsKey(user.toString());
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({SerializationConfiguration.class, AxonConfiguration.class})
    static class Wiring {

        @Bean
        ConfigurerModule member() {
            CommandTargetResolver targets = message -> new VersionedAggregateIdentifier(
                    (Object) ((Command) message.getPayload()).target(),
                    message.getMetaData().containsKey("expectedVersion")
                            ? Long.valueOf((String) message.getMetaData().get("expectedVersion"))
                            : null);
            return Registrations.aggregate(Member.class, targets);
        }
    }
}
