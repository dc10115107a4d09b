package io.amanat.api.identity;

import io.amanat.api.web.Commands;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.UserCommand.EraseUser;
import org.springframework.stereotype.Component;

/** Forgets a person: first the fact that it was decided, then the key, then the credentials. Sent again it does what is left to do. */
@Component
final class Erasure {
    private final Commands commands;
    private final PersonalDataVault vault;
    private final CredentialStore credentials;

    Erasure(Commands commands, PersonalDataVault vault, CredentialStore credentials) {
        this.commands = commands;
        this.vault = vault;
        this.credentials = credentials;
    }

    void erase(EraseUser command, Origin origin) {
        try {
            commands.send(command, origin);
        } catch (RuleViolated refused) {
            if (refused.rule() != IdentityRule.ERASED_USERS_STAY_ERASED) {
                throw refused;
            }
        }
        vault.forget(command.userId());
        credentials.delete(command.userId());
    }
}
