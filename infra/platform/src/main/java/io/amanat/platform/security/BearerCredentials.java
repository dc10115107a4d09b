package io.amanat.platform.security;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.transaction.TransactionException;

/** An access token of a person or the key of a machine. */
final class BearerCredentials implements AuthenticationManager {

    private final PersonTokens persons;
    private final ApiKeys machines;

    BearerCredentials(PersonTokens persons, ApiKeys machines) {
        this.persons = persons;
        this.machines = machines;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String token = ((BearerTokenAuthenticationToken) presented).getToken();
        try {
            return (token.startsWith(ApiKeys.PREFIX) ? machines : persons).authenticate(presented);
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("accounts cannot be looked up", e);
        }
    }
}
