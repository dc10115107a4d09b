package io.amanat.api.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why the API itself refuses, before or beside any rule of the domain: the catalogue of its problem codes. */
public enum ApiRefusal {
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is larger than this server takes."),
    IF_MATCH_INVALID(
            HttpStatus.BAD_REQUEST, "If-Match holds one version as a read answered it in ETag, such as \"3\"."),
    IDEMPOTENCY_KEY_MISSING(
            HttpStatus.BAD_REQUEST, "Money moves here: send an Idempotency-Key, a fresh one for each new request."),
    IDEMPOTENCY_KEY_INVALID(
            HttpStatus.BAD_REQUEST, "An Idempotency-Key has 1 to 255 visible ASCII characters, such as a UUID."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT, "This Idempotency-Key is already used for another request."),
    IDEMPOTENCY_KEY_IN_PROGRESS(HttpStatus.CONFLICT, "A request with this Idempotency-Key is still running."),
    ASSET_NOT_ALLOWED(
            HttpStatus.UNPROCESSABLE_CONTENT, "Payments are made in the tokens that GET /api/v1/assets lists."),
    RULING_MAKES_NO_SENSE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A compensation states both parts, in what is held; any other ruling states none."),
    EMAIL_TAKEN(HttpStatus.CONFLICT, "There is an account with this e-mail address; log in instead."),
    LOGIN_FAILED(
            HttpStatus.UNAUTHORIZED,
            "The e-mail address or the password is wrong, or there were too many wrong tries; then wait a while."),
    ACCOUNT_SUSPENDED(HttpStatus.FORBIDDEN, "This account is suspended."),
    TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts; try again in a minute."),
    REFRESH_TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "This refresh token is unknown, over or revoked; log in again."),
    REFRESH_TOKEN_REUSED(
            HttpStatus.UNAUTHORIZED, "This refresh token was used before; its session is ended. Log in again."),
    API_KEY_SHOWN_ONCE(
            HttpStatus.CONFLICT,
            "This request was answered before, and a key is shown once; revoke it and ask for another.");

    private final HttpStatus status;
    private final String sentence;

    ApiRefusal(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public HttpStatus status() {
        return status;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }

    /** The stable code on the wire, such as {@code email-taken}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
