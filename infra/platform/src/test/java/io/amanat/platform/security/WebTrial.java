package io.amanat.platform.security;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.platform.PlatformConfiguration;
import io.amanat.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.DeserializationFeature;

/** The platform with a few endpoints of its own behind rows of the access table. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, WebTrial.Controller.class})
public class WebTrial {

    public static ServletWebServerApplicationContext start(TestDatabase database, Path data) {
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(WebTrial.class)
                .run(
                        "--server.port=0",
                        "--amanat.data-folder=" + data,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=amanat_app",
                        "--spring.flyway.enabled=false",
                        "--spring.jackson.deserialization." + DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES.name()
                                + "=true",
                        "--spring.main.banner-mode=off");
    }

    record Body(Money price, EvmAddress to) {}

    @RestController
    @RequestMapping(AccessTable.BASE)
    static class Controller {

        @GetMapping("/users/me")
        Map<String, String> me(@AuthenticationPrincipal Caller caller) {
            return Map.of("actor", caller.actor());
        }

        @GetMapping("/audit/events")
        Map<String, String> audit(@AuthenticationPrincipal Caller caller) {
            return Map.of("actor", caller.actor());
        }

        @PostMapping("/sessions")
        Body open(@RequestBody Body body) {
            return body;
        }

        @GetMapping("/purchase-requests/{requestId}")
        void refuse(@PathVariable UUID requestId) {
            if (requestId.getLeastSignificantBits() == 0) {
                throw new IllegalStateException("select secret from vault");
            }
            throw new RuleViolated(MarketplaceRule.ONLY_OPEN_REQUESTS_TAKE_OFFERS, "It is completed.");
        }
    }
}
