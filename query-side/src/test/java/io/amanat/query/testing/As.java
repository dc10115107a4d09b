package io.amanat.query.testing;

import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.ApiKeyId;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import io.amanat.contract.identity.UserId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who asks. */
public final class As {
    private As() {}

    public static RequestPostProcessor buyer(UUID id) {
        return person(id, Role.BUYER);
    }

    public static RequestPostProcessor seller(UUID id) {
        return person(id, Role.SELLER);
    }

    public static RequestPostProcessor staff(Role role) {
        return person(UUID.randomUUID(), role);
    }

    public static RequestPostProcessor reviewer() {
        return with(Caller.machine(new ApiKeyId(UUID.randomUUID()), Set.of(Scope.AUDIT_READ)));
    }

    public static RequestPostProcessor person(UUID id, Role role) {
        return with(Caller.person(new UserId(id), role));
    }

    private static RequestPostProcessor with(Caller caller) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                new TestingAuthenticationToken(caller, "", List.of()));
    }
}
