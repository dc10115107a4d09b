package io.amanat.api.identity;

import io.amanat.api.web.Commands;
import io.amanat.contract.Origin;
import io.amanat.contract.identity.UserCommand;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.ReinstateUser;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Role and status: the event and what tokens are checked against, both or neither. */
@Component
final class Standing {
    private final Commands commands;
    private final CredentialStore credentials;
    private final Sessions sessions;
    private final TransactionOperations transactions;

    Standing(Commands commands, CredentialStore credentials, Sessions sessions, TransactionOperations transactions) {
        this.commands = commands;
        this.credentials = credentials;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    void assign(AssignRole command, Origin origin) {
        together(command, origin, () -> credentials.setRole(command.userId(), command.role()));
    }

    /** Ends every session. */
    void suspend(SuspendUser command, Origin origin) {
        together(command, origin, () -> {
            credentials.setStatus(command.userId(), UserStatus.SUSPENDED);
            sessions.endAll(command.userId());
        });
    }

    void reinstate(ReinstateUser command, Origin origin) {
        together(command, origin, () -> credentials.setStatus(command.userId(), UserStatus.ACTIVE));
    }

    private void together(UserCommand command, Origin origin, Runnable state) {
        transactions.executeWithoutResult(transaction -> {
            state.run();
            commands.send(command, origin);
        });
    }
}
