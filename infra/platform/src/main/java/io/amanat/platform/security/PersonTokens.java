package io.amanat.platform.security;

import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Takes access tokens; the role that counts is the account's present one. */
final class PersonTokens implements AuthenticationManager {

    private final JwtDecoder decoder;
    private final Accounts accounts;

    PersonTokens(JwtDecoder decoder, Accounts accounts) {
        this.decoder = decoder;
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        Jwt token = decode(((BearerTokenAuthenticationToken) presented).getToken());
        UserId user = new UserId(uuid(token.getSubject()));
        UUID session = uuid(token.getClaimAsString(AccessTokens.SESSION));
        Role role = accounts.activeRole(user, session).orElseThrow(AccountNotActive::new);
        return new CallerAuthentication(Caller.person(user, role), session);
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtValidationException refused) {
            throw TokenRules.expired(refused)
                    ? new TokenExpired(refused)
                    : new InvalidBearerTokenException("not a token of ours", refused);
        } catch (BadJwtException bad) {
            throw new InvalidBearerTokenException("not a token of ours", bad);
        }
    }

    private static UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("not a token of ours", e);
        }
    }
}
