package io.amanat.platform.security;

import java.io.Serial;
import org.springframework.security.authentication.AccountStatusException;

/** The token is genuine, but its account was suspended or erased, or its log-in has ended. */
final class AccountNotActive extends AccountStatusException {

    @Serial
    private static final long serialVersionUID = 1L;

    AccountNotActive() {
        super("the account or the session has ended");
    }
}
