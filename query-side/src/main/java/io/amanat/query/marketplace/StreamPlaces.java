package io.amanat.query.marketplace;

import io.amanat.query.web.QueryProblem;
import io.amanat.query.web.QueryRefusal;
import java.util.HashMap;
import java.util.Map;

/** How many live timelines may be open, altogether and per caller. */
final class StreamPlaces {
    private final int perCallerMax;
    private final int max;
    private final Map<String, Integer> taken = new HashMap<>();

    StreamPlaces(int perCallerMax, int max) {
        this.perCallerMax = perCallerMax;
        this.max = max;
    }

    synchronized void take(String actor) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= max || taken.getOrDefault(actor, 0) >= perCallerMax) {
            throw new QueryProblem(QueryRefusal.TOO_MANY_STREAMS);
        }
        taken.merge(actor, 1, Integer::sum);
    }

    synchronized void giveBack(String actor) {
        taken.computeIfPresent(actor, (who, count) -> count == 1 ? null : count - 1);
    }

    synchronized Map<String, Integer> taken() {
        return Map.copyOf(taken);
    }
}
