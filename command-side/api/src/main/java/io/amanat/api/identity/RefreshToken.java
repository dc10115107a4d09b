package io.amanat.api.identity;

import io.amanat.contract.identity.UserId;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code user_refresh_tokens}; {@code family} is the log-in that it comes from. */
record RefreshToken(String hash, UserId userId, UUID family, Instant expiresAt, boolean rotated, boolean revoked) {}
