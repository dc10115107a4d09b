package io.amanat.api.idempotency;

import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Idempotency-Key}: a structured-field string, {@code "8e03978e-…"}; without the quotes it is understood as well. */
final class KeyHeader {
    static final String NAME = "Idempotency-Key";

    private static final Pattern FORM =
            Pattern.compile("\"([\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([\\x21\\x23-\\x7e]{1,255})");

    private KeyHeader() {}

    static String parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ApiProblem(ApiRefusal.IDEMPOTENCY_KEY_MISSING);
        }
        Matcher key = FORM.matcher(header.strip());
        if (!key.matches()) {
            throw new ApiProblem(ApiRefusal.IDEMPOTENCY_KEY_INVALID);
        }
        String quoted = key.group(1);
        return quoted == null ? key.group(2) : quoted;
    }
}
