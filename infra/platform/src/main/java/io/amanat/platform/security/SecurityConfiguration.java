package io.amanat.platform.security;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import io.amanat.platform.settings.AmanatSettings;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Who calls: tokens and keys; and whether they may: {@link FilterChains}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AmanatSettings.class)
@Import(FilterChains.class)
public class SecurityConfiguration {

    @Bean
    ECKey tokenSigningKey(AmanatSettings settings) {
        return SigningKeys.in(settings.keys());
    }

    @Bean
    AccessTokens accessTokens(ECKey tokenSigningKey, AmanatSettings settings, Clock clock) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(tokenSigningKey)));
        return new AccessTokens(encoder, settings.tokens(), clock);
    }

    /** Knows one algorithm and one key: whatever a token's header says, nothing else is ever tried. */
    @Bean
    JwtDecoder jwtDecoder(ECKey tokenSigningKey, AmanatSettings settings, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        new ImmutableJWKSet<>(new JWKSet(tokenSigningKey.toPublicJWK())))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(TokenRules.of(settings.tokens(), clock));
        return decoder;
    }

    @Bean
    BearerCredentials bearerCredentials(JwtDecoder decoder, JdbcClient jdbc) {
        Accounts accounts = new Accounts(jdbc);
        return new BearerCredentials(new PersonTokens(decoder, accounts), new ApiKeys(accounts));
    }
}
