package io.amanat.api.identity;

import io.amanat.api.trade.EventLog;
import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.WireEnum;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.EraseUser;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserId;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an admin does to an account. */
@RestController
@RequestMapping(AccessTable.BASE + "/users/{userId}")
class UserController {
    private final Commands commands;
    private final EventLog log;
    private final Standing standing;
    private final Erasure erasure;
    private final Sealer sealer;

    UserController(Commands commands, EventLog log, Standing standing, Erasure erasure, Sealer sealer) {
        this.commands = commands;
        this.log = log;
        this.standing = standing;
        this.erasure = erasure;
        this.sealer = sealer;
    }

    @PostMapping("/role")
    ResponseEntity<IdAnswer> assignRole(
            @PathVariable UUID userId, @Valid @RequestBody RoleBody body, CommandContext context) {
        UserId user = known(userId);
        Role role = WireEnum.parse(Role.class, body.role());
        var reason = sealer.seal(context.userId(), body.reason());
        standing.assign(new AssignRole(user, role, reason, context.userId()), context.origin());
        return commands.accepted(user);
    }

    @PostMapping("/suspension")
    ResponseEntity<IdAnswer> suspend(
            @PathVariable UUID userId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        UserId user = known(userId);
        var reason = sealer.seal(context.userId(), body.reason());
        standing.suspend(new SuspendUser(user, reason, context.userId()), context.origin());
        return commands.accepted(user);
    }

    @PostMapping("/reinstatement")
    ResponseEntity<IdAnswer> reinstate(
            @PathVariable UUID userId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        UserId user = known(userId);
        var reason = sealer.seal(context.userId(), body.reason());
        standing.reinstate(new ReinstateUser(user, reason, context.userId()), context.origin());
        return commands.accepted(user);
    }

    @PostMapping("/erasure")
    ResponseEntity<IdAnswer> erase(
            @PathVariable UUID userId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        UserId user = known(userId);
        var reason = sealer.seal(context.userId(), body.reason());
        erasure.erase(new EraseUser(user, reason, context.userId()), context.origin());
        return commands.accepted(user);
    }

    private UserId known(UUID userId) {
        UserId user = new UserId(userId);
        log.correlation(user, UserRegistered.class, IdentityRule.NO_SUCH_USER);
        return user;
    }
}
