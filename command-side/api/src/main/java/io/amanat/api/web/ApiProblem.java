package io.amanat.api.web;

import io.amanat.contract.Rule;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal on its way to the client as a problem document. Nothing has changed. */
public final class ApiProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    public ApiProblem(ApiRefusal refusal) {
        this(refusal, refusal.sentence());
    }

    /** With more to say than the refusal in general. */
    public ApiProblem(ApiRefusal refusal, String detail) {
        super(refusal.status(), body(refusal.status(), refusal.code(), refusal.sentence(), detail, Map.of()), null);
    }

    /** A rule of the domain that was answered and not thrown, with further members such as {@code attemptsLeft}. */
    public ApiProblem(HttpStatus status, Rule rule, Map<String, Object> more) {
        super(status, body(status, rule.code(), rule.sentence(), rule.sentence(), more), null);
    }

    public ApiProblem retryAfter(long seconds) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return this;
    }

    private static ProblemDetail body(
            HttpStatus status, String code, String rule, String detail, Map<String, Object> more) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty("code", code);
        body.setProperty("rule", rule);
        more.forEach(body::setProperty);
        return body;
    }
}
