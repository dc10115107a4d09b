package io.amanat.contract.access;

import io.amanat.contract.identity.ApiKeyId;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import io.amanat.contract.identity.UserId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as the token or the API key proved it. The principal of every authenticated request.
 *
 * @param actor see {@link io.amanat.contract.MetadataKeys#ACTOR}
 * @param userId absent for an API key
 * @param role absent for an API key
 * @param scopes empty for a person
 */
public record Caller(
        String actor, @Nullable UserId userId, @Nullable Role role, Set<Scope> scopes) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public static Caller person(UserId userId, Role role) {
        return new Caller("user:" + userId, userId, role, Set.of());
    }

    public static Caller machine(ApiKeyId apiKeyId, Set<Scope> scopes) {
        return new Caller("api-key:" + apiKeyId, null, null, scopes);
    }

    /** The person; only endpoints that are closed to API keys may ask. */
    public UserId requireUserId() {
        return Objects.requireNonNull(userId, "an API key is no person");
    }

    /** The person's role; only endpoints that are closed to API keys may ask. */
    public Role requireRole() {
        return Objects.requireNonNull(role, "an API key has no role");
    }

    /** Resolver, guard or admin. */
    public boolean staff() {
        return role == Role.RESOLVER || role == Role.GUARD || role == Role.ADMIN;
    }
}
