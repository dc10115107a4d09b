package io.amanat.api;

import io.amanat.contract.RuleViolated;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The least that a platform's advice does with what this module throws. */
@RestControllerAdvice
class TestProblems extends ResponseEntityExceptionHandler {
    @ExceptionHandler
    ProblemDetail refused(RuleViolated refused) {
        HttpStatus status = switch (refused.rule().kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, refused.getMessage());
        body.setProperty("code", refused.rule().code());
        return body;
    }

    @ExceptionHandler
    ProblemDetail broken(IllegalStateException broken) {
        return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = invalid.getBody();
        List<String> errors = invalid.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .toList();
        body.setProperty("code", "validation-failed");
        body.setProperty("errors", errors);
        return new ResponseEntity<>(body, headers, status);
    }
}
