package io.amanat.api.web;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal by the API itself, before or beside any rule of the domain. Nothing has changed. */
public final class ApiProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /** With a code that is stable, such as {@code idempotency-key-missing}. */
    public ApiProblem(HttpStatus status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /** With further members, such as {@code attemptsLeft}. */
    public ApiProblem(HttpStatus status, String code, String detail, Map<String, Object> more) {
        super(status, body(status, code, detail, more), null);
    }

    public ApiProblem retryAfter(long seconds) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return this;
    }

    private static ProblemDetail body(HttpStatus status, String code, String detail, Map<String, Object> more) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty("code", code);
        body.setProperty("rule", detail);
        more.forEach(body::setProperty);
        return body;
    }
}
