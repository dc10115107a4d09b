package io.amanat.platform.web;

import io.amanat.contract.Rule;
import io.amanat.contract.RuleKind;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes problem documents: {@code type}, {@code title}, {@code status}, {@code detail}, {@code code}, {@code rule}, {@code traceId}. */
final class ProblemDetails {

    private static final String TYPE = "urn:amanat:problem:";

    private ProblemDetails() {}

    /** What is wrong with one field of the request. */
    record FieldProblem(String field, String message) {}

    static HttpStatus status(RuleKind kind) {
        return switch (kind) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    static ProblemDetail of(Rule rule, @Nullable String detail) {
        return problem(status(rule.kind()), rule.code(), rule.sentence(), detail == null ? rule.sentence() : detail);
    }

    static ProblemDetail of(PlatformProblem problem) {
        return problem(problem.status(), problem.code(), problem.sentence(), problem.sentence());
    }

    static ProblemDetail of(PlatformProblem problem, List<FieldProblem> errors) {
        ProblemDetail body = of(problem);
        body.setProperty("errors", errors);
        return body;
    }

    /** A problem that somebody else has begun: gets what every problem has. */
    static ProblemDetail complete(ProblemDetail body, String fallbackCode) {
        Object known =
                body.getProperties() == null ? null : body.getProperties().get("code");
        String code = known instanceof String given ? given : fallbackCode;
        body.setType(URI.create(TYPE + code));
        body.setProperty("code", code);
        if (body.getProperties() != null && !body.getProperties().containsKey("rule") && body.getDetail() != null) {
            body.setProperty("rule", body.getDetail());
        }
        String traceId = MDC.get(RequestIdFilter.REQUEST_ID);
        if (traceId != null) {
            body.setProperty("traceId", traceId);
        }
        return body;
    }

    private static ProblemDetail problem(HttpStatusCode status, String code, String rule, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setProperty("code", code);
        body.setProperty("rule", rule);
        return complete(body, code);
    }
}
