package io.amanat.query.web;

import java.util.HashMap;
import java.util.Map;

/** How many live streams of one sort may be open, altogether and per caller. */
public final class StreamPlaces {
    private final int perCallerMax;
    private final int max;
    private final Map<String, Integer> taken = new HashMap<>();

    public StreamPlaces(int perCallerMax, int max) {
        this.perCallerMax = perCallerMax;
        this.max = max;
    }

    /** Refuses when the caller, or everybody together, has as many as are allowed. */
    public synchronized void take(String actor) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= max || taken.getOrDefault(actor, 0) >= perCallerMax) {
            throw new QueryProblem(QueryRefusal.TOO_MANY_STREAMS);
        }
        taken.merge(actor, 1, Integer::sum);
    }

    public synchronized void giveBack(String actor) {
        taken.computeIfPresent(actor, (who, count) -> count == 1 ? null : count - 1);
    }

    /** Streams that are open now, by caller. */
    public synchronized Map<String, Integer> taken() {
        return Map.copyOf(taken);
    }
}
