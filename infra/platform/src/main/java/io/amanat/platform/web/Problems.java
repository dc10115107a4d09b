package io.amanat.platform.web;

import io.amanat.contract.RuleViolated;
import io.amanat.eventlog.AppendOutcomeUnknown;
import io.amanat.eventlog.EventTooLarge;
import io.amanat.eventlog.LogOverloaded;
import io.amanat.platform.axon.StaleVersion;
import io.amanat.platform.axon.TooBusy;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns everything that a controller, or the way to it, throws into a problem document. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(RuleViolated refused) {
        return answer(ProblemDetails.of(refused.rule(), refused.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(StaleVersion stale) {
        return answer(ProblemDetails.of(PlatformProblem.STALE_VERSION));
    }

    @ExceptionHandler
    ResponseEntity<Object> busy(TooBusy busy) {
        return answer(ProblemDetails.of(PlatformProblem.CONCURRENT_CHANGE));
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(AppendOutcomeUnknown unknown) {
        LOG.warn("the outcome of a command is not known", unknown);
        return answer(ProblemDetails.of(PlatformProblem.OUTCOME_UNKNOWN));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(EventTooLarge large) {
        return answer(ProblemDetails.of(PlatformProblem.BODY_TOO_LARGE));
    }

    @ExceptionHandler
    ResponseEntity<Object> overloaded(LogOverloaded overloaded) {
        LOG.warn("more is asked than the event log can take");
        return answer(ProblemDetails.of(PlatformProblem.UNAVAILABLE));
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(EventStoreException log) {
        LOG.warn("the event log does not answer: {}", log.getMessage());
        return answer(ProblemDetails.of(PlatformProblem.UNAVAILABLE));
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(DataAccessResourceFailureException lost) {
        LOG.warn("the database does not answer: {}", lost.getMessage());
        return answer(ProblemDetails.of(PlatformProblem.UNAVAILABLE));
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(CannotCreateTransactionException lost) {
        LOG.warn("the database does not answer: {}", lost.getMessage());
        return answer(ProblemDetails.of(PlatformProblem.UNAVAILABLE));
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied) {
        return answer(ProblemDetails.of(PlatformProblem.ROLE_NOT_ALLOWED));
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(AuthenticationException unknown) {
        return answer(ProblemDetails.of(PlatformProblem.TOKEN_INVALID));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception unexpected, WebRequest request) {
        if (request instanceof ServletWebRequest servlet
                && servlet.getResponse() != null
                && servlet.getResponse().isCommitted()) {
            LOG.debug("the client has gone: {}", unexpected.toString());
            return null;
        }
        LOG.error("unexpected", unexpected);
        return answer(ProblemDetails.of(PlatformProblem.INTERNAL_ERROR));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Stream<ProblemDetails.FieldProblem> fields = invalid.getFieldErrors().stream()
                .map(error -> new ProblemDetails.FieldProblem(error.getField(), text(error.getDefaultMessage())));
        Stream<ProblemDetails.FieldProblem> whole = invalid.getGlobalErrors().stream()
                .map(error -> new ProblemDetails.FieldProblem("", text(error.getDefaultMessage())));
        return answer(ProblemDetails.of(
                PlatformProblem.VALIDATION_FAILED, Stream.concat(fields, whole).toList()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<ProblemDetails.FieldProblem> errors = invalid.getParameterValidationResults().stream()
                .flatMap(Problems::parameter)
                .toList();
        return answer(ProblemDetails.of(PlatformProblem.VALIDATION_FAILED, errors));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(UnreadableBody.problem(unreadable));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : text(mismatch.getPropertyName());
        return answer(ProblemDetails.of(
                PlatformProblem.PARAMETER_INVALID,
                List.of(new ProblemDetails.FieldProblem(name, "makes no sense here"))));
    }

    /** Everything else that Spring knows a status for, the modules' own problems among it. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (status.is5xxServerError()) {
            LOG.error("unexpected", exception);
        }
        PlatformProblem known = StatusProblems.of(status);
        Object given = body == null && exception instanceof ErrorResponse own ? own.getBody() : body;
        ProblemDetail problem = given instanceof ProblemDetail begun
                        && begun.getProperties() != null
                        && begun.getProperties().containsKey("code")
                ? ProblemDetails.complete(begun, known.code())
                : ProblemDetails.of(known);
        problem.setStatus(status.value());
        return new ResponseEntity<>(problem, headers, status);
    }

    private static Stream<ProblemDetails.FieldProblem> parameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getFieldErrors().stream()
                    .map(error -> new ProblemDetails.FieldProblem(error.getField(), text(error.getDefaultMessage())));
        }
        String name = text(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> new ProblemDetails.FieldProblem(name, text(error.getDefaultMessage())));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static ResponseEntity<Object> answer(ProblemDetail body) {
        return ResponseEntity.status(body.getStatus()).body(body);
    }
}
