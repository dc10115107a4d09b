package io.amanat.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a request body could not be read, by field, without the names of our classes. */
final class UnreadableBody {

    private UnreadableBody() {}

    static ProblemDetail problem(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                ProblemDetails.of(PlatformProblem.UNKNOWN_FIELD, at(unknown, "is not known here"));
            case MismatchedInputException mismatched ->
                ProblemDetails.of(PlatformProblem.VALIDATION_FAILED, at(mismatched, "has the wrong kind of value"));
            case DatabindException other ->
                ProblemDetails.of(PlatformProblem.VALIDATION_FAILED, at(other, "makes no sense here"));
            case null, default -> ProblemDetails.of(PlatformProblem.MALFORMED_JSON);
        };
    }

    private static List<ProblemDetails.FieldProblem> at(DatabindException exception, String message) {
        return List.of(new ProblemDetails.FieldProblem(path(exception), message));
    }

    private static String path(DatabindException exception) {
        return exception.getPath().stream().map(UnreadableBody::step).collect(Collectors.joining("."));
    }

    private static String step(JacksonException.Reference step) {
        String name = step.getPropertyName();
        return name == null ? String.valueOf(step.getIndex()) : name;
    }
}
