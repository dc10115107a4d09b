package io.amanat.query.web;

import io.amanat.contract.EventPositions;
import io.amanat.query.QuerySettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Says with every answer how far the read models have come ({@code X-Event-Position}), and waits with it until they have come as far
 * as the caller asks ({@code minPosition}), for a bounded time. Without {@code minPosition} an answer may be older than the caller's
 * last command.
 */
final class ReadYourWrites implements HandlerInterceptor {
    static final String EVENT_POSITION = "X-Event-Position";
    private static final String MIN_POSITION = "minPosition";

    private final EventPositions positions;
    private final Duration patience;

    ReadYourWrites(EventPositions positions, QuerySettings settings) {
        this.positions = positions;
        this.patience = settings.positionWait();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.GET.matches(request.getMethod()) && request.getDispatcherType() == DispatcherType.REQUEST) {
            response.setHeader(EVENT_POSITION, Long.toString(reached(request.getParameter(MIN_POSITION))));
        }
        return true;
    }

    private long reached(@Nullable String asked) {
        Long wanted = Filters.number(MIN_POSITION, asked);
        return wanted == null ? positions.projected() : await(wanted);
    }

    private long await(long wanted) {
        long projected = positions.projected();
        if (projected < wanted && wanted > positions.head()) {
            throw new QueryProblem(QueryRefusal.POSITION_BEYOND_HEAD);
        }
        long reached = projected < wanted ? positions.awaitProjected(wanted, patience) : projected;
        if (reached < wanted) {
            throw new QueryProblem(
                    QueryRefusal.PROJECTION_BEHIND,
                    "The read models are at position " + reached + " and have not reached " + wanted
                            + " in time; ask again.");
        }
        return reached;
    }
}
