package io.amanat.platform.security;

import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import java.io.Serial;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A proven {@link Caller}; the credential itself is not kept. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final @Nullable UUID session;

    CallerAuthentication(Caller caller, @Nullable UUID session) {
        super(authorities(caller));
        this.caller = caller;
        this.session = session;
        setAuthenticated(true);
    }

    static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    static GrantedAuthority authority(Scope scope) {
        return new SimpleGrantedAuthority("SCOPE_" + scope.wire());
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.actor();
    }

    @Nullable
    UUID session() {
        return session;
    }

    private static Collection<? extends GrantedAuthority> authorities(Caller caller) {
        Role role = caller.role();
        return Stream.concat(
                        role == null ? Stream.empty() : Stream.of(authority(role)),
                        caller.scopes().stream().map(CallerAuthentication::authority))
                .toList();
    }
}
