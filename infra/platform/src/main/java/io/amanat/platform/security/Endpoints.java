package io.amanat.platform.security;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Endpoint;
import io.amanat.platform.web.PlatformProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The access table, ready to be matched against requests. */
final class Endpoints {

    /** Beside the table: health and figures, for the operator. */
    private static final RequestMatcher OPERATIONS = PathPatternRequestMatcher.pathPattern("/actuator/**");

    private final List<Row> rows =
            AccessTable.endpoints().stream().map(Row::new).toList();

    List<Row> rows() {
        return rows;
    }

    /** Whether a request needs no token. */
    boolean open(HttpServletRequest request) {
        return rows.stream()
                .anyMatch(row -> row.endpoint().open() && row.matcher().matches(request));
    }

    /** Why there is nothing at this place; absent when there is. */
    @Nullable
    PlatformProblem absence(HttpServletRequest request) {
        if (OPERATIONS.matches(request)
                || rows.stream().anyMatch(row -> row.matcher().matches(request))) {
            return null;
        }
        return rows.stream().anyMatch(row -> row.path().matches(request))
                ? PlatformProblem.METHOD_NOT_ALLOWED
                : PlatformProblem.NO_SUCH_ENDPOINT;
    }

    /** One row with its matchers: method and path, path alone. */
    record Row(Endpoint endpoint, RequestMatcher matcher, RequestMatcher path) {

        Row(Endpoint endpoint) {
            this(
                    endpoint,
                    PathPatternRequestMatcher.pathPattern(HttpMethod.valueOf(endpoint.method()), endpoint.path()),
                    PathPatternRequestMatcher.pathPattern(endpoint.path()));
        }
    }
}
