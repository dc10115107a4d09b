package io.amanat.platform.security;

import io.amanat.platform.settings.AmanatSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** What a well-signed token must say to be honoured: by us, for us, now. */
final class TokenRules {

    private static final OAuth2Error EXPIRED = new OAuth2Error("token-expired");
    private static final OAuth2Error NOT_YET = new OAuth2Error("token-not-yet-valid");

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(AmanatSettings.Tokens settings, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())),
                token -> inTime(token, clock.instant(), settings.clockSkew()));
    }

    /** Whether its age is all that is wrong with the token. */
    static boolean expired(JwtValidationException refused) {
        return refused.getErrors().stream().allMatch(EXPIRED::equals);
    }

    private static OAuth2TokenValidatorResult inTime(Jwt token, Instant now, Duration skew) {
        Instant expiresAt = token.getExpiresAt();
        Instant notBefore = token.getNotBefore();
        if (notBefore == null || notBefore.isAfter(now.plus(skew))) {
            return OAuth2TokenValidatorResult.failure(NOT_YET);
        }
        return expiresAt != null && expiresAt.plus(skew).isAfter(now)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(EXPIRED);
    }
}
