package io.amanat.platform.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The errors that the platform itself answers with, beside the domain's rules. */
public enum PlatformProblem {
    TOKEN_MISSING(HttpStatus.UNAUTHORIZED, "This endpoint needs an access token or an API key."),
    TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED, "The access token has expired; refresh the session."),
    TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "The access token or API key is not valid."),
    ACCOUNT_NOT_ACTIVE(HttpStatus.UNAUTHORIZED, "The account behind this token is suspended or gone."),
    ROLE_NOT_ALLOWED(HttpStatus.FORBIDDEN, "The caller's role or scopes do not allow this."),
    REQUEST_REJECTED(HttpStatus.BAD_REQUEST, "The request is malformed."),
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The request body is not the JSON that is expected here."),
    UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "The request body has a field that nobody knows."),
    VALIDATION_FAILED(HttpStatus.BAD_REQUEST, "Some fields are missing or make no sense."),
    PARAMETER_INVALID(HttpStatus.BAD_REQUEST, "A parameter is missing or makes no sense."),
    NO_SUCH_ENDPOINT(HttpStatus.NOT_FOUND, "There is no such endpoint."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This endpoint does not take this method."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "This endpoint does not answer in the format asked for."),
    CONCURRENT_CHANGE(HttpStatus.CONFLICT, "It is being changed by somebody else at this moment; try again."),
    STALE_VERSION(HttpStatus.PRECONDITION_FAILED, "It has changed since it was read; read it again."),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This endpoint does not take this kind of content."),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large."),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side; nothing more is known here."),
    OUTCOME_UNKNOWN(
            HttpStatus.SERVICE_UNAVAILABLE,
            "It is not known whether this was done; ask again with the same Idempotency-Key, and it is done once."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "A part of the platform does not answer at the moment; try again.");

    private final HttpStatus status;
    private final String sentence;

    PlatformProblem(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public HttpStatus status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    /** On the wire, such as {@code token-missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
