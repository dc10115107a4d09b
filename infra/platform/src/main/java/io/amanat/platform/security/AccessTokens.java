package io.amanat.platform.security;

import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import io.amanat.platform.settings.AmanatSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Makes access tokens. */
public final class AccessTokens {

    static final String ROLE = "role";
    static final String SESSION = "sid";

    private final JwtEncoder encoder;
    private final AmanatSettings.Tokens settings;
    private final Clock clock;

    AccessTokens(JwtEncoder encoder, AmanatSettings.Tokens settings, Clock clock) {
        this.encoder = encoder;
        this.settings = settings;
        this.clock = clock;
    }

    /** A token and how long it is good for, in seconds from now. */
    public record AccessToken(String value, long expiresInSeconds) {

        /** Says nothing of the token. */
        @Override
        public String toString() {
            return "AccessToken[hidden]";
        }
    }

    /** A token that names the log-in that it belongs to. */
    public AccessToken issue(UserId user, Role role, UUID session) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .id(UUID.randomUUID().toString())
                .issuer(settings.issuer())
                .audience(List.of(settings.audience()))
                .subject(user.toString())
                .claim(ROLE, role.wire())
                .claim(SESSION, session.toString())
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(settings.lifetime()))
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).type("JWT").build();
        String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new AccessToken(token, settings.lifetime().toSeconds());
    }

    /** The log-in that the token of the current request names; absent for an API key. */
    public @Nullable UUID session(Authentication authentication) {
        return authentication instanceof CallerAuthentication caller ? caller.session() : null;
    }
}
