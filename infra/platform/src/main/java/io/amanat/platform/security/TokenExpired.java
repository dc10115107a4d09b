package io.amanat.platform.security;

import java.io.Serial;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A genuine token of ours whose time is over. */
final class TokenExpired extends InvalidBearerTokenException {

    @Serial
    private static final long serialVersionUID = 1L;

    TokenExpired(Throwable cause) {
        super("the access token has expired", cause);
    }
}
