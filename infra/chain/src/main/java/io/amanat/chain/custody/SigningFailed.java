package io.amanat.chain.custody;

import java.io.Serial;

/** No signature, or no key. The message never holds a key or a password. */
public final class SigningFailed extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    SigningFailed(String message) {
        super(message);
    }

    SigningFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
