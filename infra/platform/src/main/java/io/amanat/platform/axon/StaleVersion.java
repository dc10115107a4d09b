package io.amanat.platform.axon;

import java.io.Serial;

/** The aggregate has changed since the caller saw it ({@code If-Match}): nothing has changed now. */
public final class StaleVersion extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StaleVersion(Throwable cause) {
        super("the thing has changed since it was read", cause);
    }
}
