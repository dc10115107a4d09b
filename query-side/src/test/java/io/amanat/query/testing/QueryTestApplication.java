package io.amanat.query.testing;

import io.amanat.contract.RuleKind;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.configuration.InitialSettings;
import io.amanat.contract.escrow.OfferedProviders;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.ProviderInstructions;
import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.query.QueryConfiguration;
import io.amanat.query.escrow.AssetCatalogue;
import io.amanat.testkit.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The module with ports that the tests control; the platform's real ones are tested with the assembled application. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({QueryConfiguration.class, QueryTestApplication.Refusals.class})
public class QueryTestApplication {
    @Bean
    SettablePositions positions() {
        return new SettablePositions();
    }

    @Bean
    SettableProjections projections() {
        return new SettableProjections();
    }

    @Bean
    SettableHistory history() {
        return new SettableHistory();
    }

    @Bean
    PersonalDataVault vault() {
        return new ReadableVault();
    }

    /** Upper case stands for "with its checksum". */
    @Bean
    AddressChecksum checksum() {
        return new AddressChecksum() {
            @Override
            public EvmAddress parse(String text) {
                return new EvmAddress(text);
            }

            @Override
            public String format(EvmAddress address) {
                return "0x" + address.value().substring(2).toUpperCase(java.util.Locale.ROOT);
            }
        };
    }

    @Bean
    InitialSettings initialSettings() {
        return () -> Map.of("confirmation_threshold:31337", 3L);
    }

    @Bean
    AssetCatalogue catalogue() {
        Asset usdc = new Asset(31337, new EvmAddress(Rows.TOKEN), Currency.USDC, 6);
        return () -> List.of(new AssetCatalogue.TakenAsset(usdc, 3));
    }

    @Bean
    OfferedProviders providers() {
        return () -> Set.of(PaymentProvider.REQUEST_NETWORK, PaymentProvider.AMN_SCANNER);
    }

    @Bean
    ProviderInstructions providerInstructions() {
        return (provider, payment, chainId, destination) -> provider == PaymentProvider.REQUEST_NETWORK
                ? Optional.of(
                        new ProviderInstructions.ThroughContract(new EvmAddress(Rows.TOKEN), "a0098add01acc736", null))
                : Optional.empty();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll()).build();
    }

    /** As the platform answers refusals. */
    @RestControllerAdvice
    static class Refusals {
        @ExceptionHandler
        ResponseEntity<ProblemDetail> refused(RuleViolated refused) {
            HttpStatus status =
                    refused.rule().kind() == RuleKind.NOT_FOUND ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT;
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
            problem.setProperties(Map.of("code", refused.rule().code()));
            return ResponseEntity.status(status).body(problem);
        }
    }

    /** One database for the life of the JVM. */
    static final class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = TestDatabase.create();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=amanat_app",
                            "spring.datasource.password=")
                    .applyTo(context);
        }
    }
}
