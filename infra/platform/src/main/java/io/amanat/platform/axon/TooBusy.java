package io.amanat.platform.axon;

import java.io.Serial;

/** Others kept changing the same aggregate, or held it, for as long as the platform was willing to try: nothing has changed. Worth a retry. */
public final class TooBusy extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooBusy(Throwable cause) {
        super("the thing is being changed by somebody else", cause);
    }
}
