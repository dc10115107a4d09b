package io.amanat.chain.evm;

import java.io.IOException;
import java.io.Serial;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** HTTP 429, or 503 with a time to come back. */
final class TooManyRequests extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int STATUS = 429;
    private static final int STATUS_BUSY = 503;

    private final @Nullable String retryAfter;

    private TooManyRequests(@Nullable String retryAfter) {
        super("too many requests");
        this.retryAfter = retryAfter;
    }

    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    /** Between the client and the node: web3j keeps no headers of what went wrong. */
    static Response look(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String retryAfter = response.header("Retry-After");
        if (response.code() == STATUS || (response.code() == STATUS_BUSY && retryAfter != null)) {
            response.close();
            throw new TooManyRequests(retryAfter);
        }
        return response;
    }
}
