package io.amanat.api.identity;

import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Makes the short-lived tokens with which a person calls the API. */
public interface AccessTokenIssuer {
    /** A token and how long it is good for, in seconds from now. */
    record AccessToken(String value, long expiresInSeconds) {}

    /** A token that names the log-in that it belongs to. */
    AccessToken issue(UserId user, Role role, UUID session);

    /** The log-in that the token of the current request names; absent when it names none. */
    @Nullable
    UUID session(Authentication authentication);
}
