package io.amanat.contract.access;

import io.amanat.contract.WireEnum;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Who may call it, for people. */
    public String who() {
        if (open) {
            return "everyone, without a token";
        }
        String people = roles.size() == Role.values().length
                ? "every role"
                : roles.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(WireEnum::wire)
                        .collect(Collectors.joining(", "));
        return scope == null ? people : people + "; API keys with " + scope.wire();
    }
}
