package io.amanat.contract.access;

import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table.
 *
 * @param roles who may call it; empty together with {@code open} means everyone, even without a token
 * @param scope with which an API key may call it; absent when no API key may
 * @param open no token is needed
 */
public record Endpoint(
        String method,
        String path,
        Set<Role> roles,
        Ownership ownership,
        @Nullable Scope scope,
        boolean open) {
    public Endpoint {
        roles = Set.copyOf(roles);
    }
}
