package io.amanat.app.assembly;

import io.amanat.api.KeyedHash;
import io.amanat.api.identity.AccessTokenIssuer;
import io.amanat.api.marketplace.DeliveryCodeHasher;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.platform.privacy.KeyedMac;
import io.amanat.platform.security.AccessTokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;

/** What the command API asks of the platform, by its own names. */
@Configuration(proxyBeanMethods = false)
class EdgeAssembly {
    @Bean
    AccessTokenIssuer accessTokenIssuer(AccessTokens tokens) {
        return new AccessTokenIssuer() {
            @Override
            public AccessToken issue(UserId user, Role role, UUID session) {
                AccessTokens.AccessToken made = tokens.issue(user, role, session);
                return new AccessToken(made.value(), made.expiresInSeconds());
            }

            @Override
            public @Nullable UUID session(Authentication authentication) {
                return tokens.session(authentication);
            }
        };
    }

    @Bean
    KeyedHash keyedHash(KeyedMac mac) {
        return mac::hex;
    }

    @Bean
    DeliveryCodeHasher deliveryCodeHasher(KeyedMac mac) {
        return (requestId, code) -> new DeliveryCodeHash(
                mac.hex("delivery-code", (requestId + "|" + code).getBytes(StandardCharsets.UTF_8)));
    }
}
