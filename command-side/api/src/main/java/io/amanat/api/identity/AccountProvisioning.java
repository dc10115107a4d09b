package io.amanat.api.identity;

import io.amanat.api.KeyedHash;
import io.amanat.api.identity.Accounts.NewAccount;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Sealer;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.AuthProvider;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Accounts that the operator sets up, staff included, without a person at the API. Sends the same commands as everybody, as
 * {@code system:provisioning}.
 */
@Component
public final class AccountProvisioning {
    /** Stands for the operator where a command asks who decided. */
    private static final UserId OPERATOR = new UserId(named("amanat operator"));

    private final Commands commands;
    private final CredentialStore credentials;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Sealer sealer;
    private final KeyedHash hash;

    AccountProvisioning(
            Commands commands,
            CredentialStore credentials,
            Accounts accounts,
            Passwords passwords,
            Sealer sealer,
            KeyedHash hash) {
        this.commands = commands;
        this.credentials = credentials;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sealer = sealer;
        this.hash = hash;
    }

    /** Somebody who shall be able to log in. */
    public record Account(String email, String password, String displayName, Role role) {
        /** Says nothing: it must not end up in a log. */
        @Override
        public String toString() {
            return "Account[" + role.wire() + "]";
        }
    }

    /** The account's user. An account with this address is left as it is, whatever its password and role are by now. */
    public UserId ensure(Account account) {
        EmailAddress email = new EmailAddress(account.email());
        String index = email.index(hash);
        return credentials.byEmail(index).map(Credentials::userId).orElseGet(() -> make(account, email, index));
    }

    private UserId make(Account account, EmailAddress email, String index) {
        UserId user = new UserId(named("amanat account " + index));
        Role registered = account.role() == Role.SELLER ? Role.SELLER : Role.BUYER;
        UserCommand register = new RegisterUser(
                user,
                registered,
                sealer.seal(user, email.value()),
                sealer.seal(user, account.displayName()),
                AuthProvider.EMAIL);
        UserCommand assign =
                new AssignRole(user, account.role(), sealer.seal(user, "Set up by the operator."), OPERATOR);
        String passwordHash = passwords.hash(account.password());
        accounts.add(new NewAccount(user, index, passwordHash, account.role()), () -> {
            register(register);
            if (registered != account.role()) {
                commands.send(assign, origin(assign));
            }
        });
        return user;
    }

    /** A first try may have got this far. */
    private void register(UserCommand command) {
        try {
            commands.send(command, origin(command));
        } catch (RuleViolated refused) {
            if (refused.rule() != IdentityRule.A_USER_REGISTERS_ONCE) {
                throw refused;
            }
        }
    }

    private static Origin origin(UserCommand command) {
        return new Origin("system:provisioning", "system", command.userId().toString(), Map.of());
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
