package io.amanat.api.identity;

import io.amanat.api.ApiSettings;
import io.amanat.api.KeyedHash;
import io.amanat.api.identity.Accounts.NewAccount;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.WireEnum;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.AuthProvider;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserId;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegistrationController {
    private final Commands commands;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sealer sealer;
    private final KeyedHash hash;
    private final Throttle throttle;

    RegistrationController(
            Commands commands,
            Accounts accounts,
            Passwords passwords,
            Sealer sealer,
            KeyedHash hash,
            Clock clock,
            ApiSettings settings) {
        this.commands = commands;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sealer = sealer;
        this.hash = hash;
        this.throttle = new Throttle(clock, settings.registrationsPerMinuteMax());
    }

    @PostMapping(AccessTable.BASE + "/users")
    ResponseEntity<IdAnswer> register(@Valid @RequestBody RegisterBody body, CommandContext context) {
        throttle.check(context.ip());
        throttle.count(context.ip());
        Role role = WireEnum.parse(Role.class, body.role());
        RuleViolated.unless(role == Role.BUYER || role == Role.SELLER, IdentityRule.PEOPLE_REGISTER_AS_BUYER_OR_SELLER);
        UserId user = new UserId(context.newId("user"));
        EmailAddress email = new EmailAddress(body.email());
        accounts.refuseTaken(email.index(hash), user);
        // sealed before the transaction: the person's key must outlive a transaction that fails
        RegisterUser command = new RegisterUser(
                user,
                role,
                sealer.seal(user, email.value()),
                sealer.seal(user, body.displayName()),
                AuthProvider.EMAIL);
        accounts.add(
                new NewAccount(user, email.index(hash), passwords.hash(body.password()), role),
                () -> commands.create(
                        command,
                        context.originAs(Caller.person(user, role)),
                        context,
                        IdentityRule.A_USER_REGISTERS_ONCE));
        return commands.created("/users/me", user);
    }
}
