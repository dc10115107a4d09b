package io.amanat.api.idempotency;

import java.util.Map;

/** An answer as it was given; all of ours are text. {@code headers} holds only those that a replay repeats. */
record StoredAnswer(int status, Map<String, String> headers, String body) {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** Whether the same request would be answered so again; otherwise it is worth another try. */
    boolean lasting() {
        return status < SERVER_ERROR && status != REQUEST_TIMEOUT && status != TOO_EARLY && status != TOO_MANY_REQUESTS;
    }
}
