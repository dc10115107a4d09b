package io.amanat.api.identity;

import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.identity.UserStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code user_credentials}. */
record Credentials(
        UserId userId,
        String passwordHash,
        Role role,
        UserStatus status,
        int failedAttempts,
        @Nullable Instant lockedUntil) {
    boolean lockedAt(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}
