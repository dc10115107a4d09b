package io.amanat.platform.web;

import java.util.Arrays;
import org.springframework.http.HttpStatusCode;

/** The problem that goes with a status which the framework chose. */
final class StatusProblems {

    private StatusProblems() {}

    static PlatformProblem of(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> PlatformProblem.PARAMETER_INVALID;
            case 401 -> PlatformProblem.TOKEN_MISSING;
            default ->
                Arrays.stream(PlatformProblem.values())
                        .filter(problem -> problem.status().value() == status.value())
                        .findFirst()
                        .orElse(
                                status.is5xxServerError()
                                        ? PlatformProblem.INTERNAL_ERROR
                                        : PlatformProblem.REQUEST_REJECTED);
        };
    }
}
