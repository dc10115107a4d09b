package io.amanat.api.identity;

import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes accounts: the credentials and the event, both or neither. */
@Component
final class Accounts {
    private final CredentialStore credentials;
    private final TransactionOperations transactions;

    Accounts(CredentialStore credentials, TransactionOperations transactions) {
        this.credentials = credentials;
        this.transactions = transactions;
    }

    /** What a new account logs in with. */
    record NewAccount(UserId userId, String emailIndex, String passwordHash, Role role) {}

    /** Does nothing for an account that an earlier try of the same request has made. */
    void add(NewAccount account, Runnable register) {
        if (credentials.byId(account.userId()).isPresent()) {
            return;
        }
        transactions.executeWithoutResult(transaction -> {
            if (!credentials.add(account.userId(), account.emailIndex(), account.passwordHash(), account.role())) {
                throw taken();
            }
            register.run();
        });
    }

    /** Spares the work when the address is taken by somebody who is not {@code user}. */
    void refuseTaken(String emailIndex, UserId user) {
        boolean others = credentials
                .byEmail(emailIndex)
                .map(row -> !row.userId().equals(user))
                .orElse(false);
        if (others) {
            throw taken();
        }
    }

    private static ApiProblem taken() {
        return new ApiProblem(ApiRefusal.EMAIL_TAKEN);
    }
}
