package io.amanat.api.identity;

import io.amanat.api.ApiSettings;
import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.identity.UserStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Log-ins and the refresh tokens that carry them on. */
@Component
final class Sessions {
    private static final String PREFIX = "amr_";

    private final CredentialStore credentials;
    private final RefreshTokenStore tokens;
    private final AccessTokenIssuer accessTokens;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Duration lifetime;
    private final int sessionsMax;

    Sessions(
            CredentialStore credentials,
            RefreshTokenStore tokens,
            AccessTokenIssuer accessTokens,
            TransactionOperations transactions,
            Clock clock,
            ApiSettings settings) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.accessTokens = accessTokens;
        this.transactions = transactions;
        this.clock = clock;
        this.lifetime = Duration.ofDays(settings.sessionDays());
        this.sessionsMax = settings.sessionsPerUserMax();
    }

    /** A new session of somebody who has proved who they are. */
    SessionAnswer open(Credentials who) {
        Instant now = clock.instant();
        UUID family = UUID.randomUUID();
        String token = Tokens.make(PREFIX);
        transactions.executeWithoutResult(transaction -> {
            tokens.add(Tokens.hash(token), who.userId(), family, now, now.plus(lifetime));
            tokens.keepNewest(who.userId(), sessionsMax, now);
        });
        return answer(who, family, token);
    }

    /** Exchanges a refresh token for the next one, which ends when the session ends. */
    SessionAnswer refresh(String token) {
        // a refusal that revokes the family must commit: it is thrown after the transaction
        Rotation rotation = Objects.requireNonNull(
                transactions.execute(transaction -> rotate(Tokens.hash(token), clock.instant())));
        return switch (rotation) {
            case Rotated(Credentials who, UUID family, String next) -> answer(who, family, next);
            case Refused(ApiRefusal why) -> throw new ApiProblem(why);
        };
    }

    void end(UUID family) {
        tokens.revokeFamily(family, clock.instant());
    }

    void endAll(UserId user) {
        tokens.revokeAll(user, clock.instant());
    }

    private sealed interface Rotation {}

    private record Rotated(Credentials who, UUID family, String next) implements Rotation {}

    private record Refused(ApiRefusal why) implements Rotation {}

    private Rotation rotate(String hash, Instant now) {
        RefreshToken token = tokens.lock(hash).orElse(null);
        if (token == null || token.revoked() || !token.expiresAt().isAfter(now)) {
            return new Refused(ApiRefusal.REFRESH_TOKEN_INVALID);
        }
        if (token.rotated()) {
            tokens.revokeFamily(token.family(), now);
            return new Refused(ApiRefusal.REFRESH_TOKEN_REUSED);
        }
        Credentials who = credentials.byId(token.userId()).orElse(null);
        if (who == null || who.status() != UserStatus.ACTIVE) {
            return new Refused(ApiRefusal.ACCOUNT_SUSPENDED);
        }
        String next = Tokens.make(PREFIX);
        tokens.add(Tokens.hash(next), token.userId(), token.family(), now, token.expiresAt());
        tokens.rotate(hash, Tokens.hash(next), now);
        return new Rotated(who, token.family(), next);
    }

    private SessionAnswer answer(Credentials who, UUID family, String refreshToken) {
        AccessTokenIssuer.AccessToken access = accessTokens.issue(who.userId(), who.role(), family);
        return new SessionAnswer(
                access.value(),
                access.expiresInSeconds(),
                refreshToken,
                who.userId().value(),
                who.role().wire());
    }
}
