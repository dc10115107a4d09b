package io.amanat.query.identity;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserStatus;
import io.amanat.query.jpa.Keyset;
import io.amanat.query.jpa.Where;
import io.amanat.query.view.Presentation;
import io.amanat.query.web.Filters;
import io.amanat.query.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/users")
class UsersController {
    private final UserRows users;
    private final Presentation show;

    UsersController(UserRows users, Presentation show) {
        this.users = users;
        this.show = show;
    }

    @GetMapping
    Page<UserView> list(
            @RequestParam(required = false) @Nullable List<String> role,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Specification<UserRow> which = Where.<UserRow>oneOf("role", Filters.wires(Role.class, "role", role))
                .and(Where.oneOf("status", Filters.wires(UserStatus.class, "status", status)));
        return Keyset.page(users, which, cursor, limit).map(this::view);
    }

    @GetMapping("/me")
    ResponseEntity<UserView> me(@AuthenticationPrincipal Caller caller) {
        UserRow row = users.findOne(Where.is("id", caller.requireUserId().value()))
                .orElseThrow(() -> new RuleViolated(IdentityRule.NO_SUCH_USER));
        return ResponseEntity.ok().eTag(row.etag()).body(view(row));
    }

    private UserView view(UserRow row) {
        return new UserView(
                row.id(),
                row.role,
                row.status,
                row.authProvider,
                show.text(row.email),
                show.text(row.displayName),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }

    record UserView(
            UUID id,
            String role,
            String status,
            String authProvider,
            String email,
            String displayName,
            long version,
            Instant createdAt,
            Instant updatedAt) {}
}
