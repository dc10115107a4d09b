package io.amanat.query.web;

import org.jspecify.annotations.Nullable;

/** How many items a page holds. */
public final class Limit {
    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    private Limit() {}

    /** Reads the query parameter {@code limit}: 1 to 200, 50 when absent. */
    public static int of(@Nullable String text) {
        if (text == null) {
            return DEFAULT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw outOfRange();
        }
        throw outOfRange();
    }

    private static QueryProblem outOfRange() {
        return new QueryProblem(QueryRefusal.LIMIT_OUT_OF_RANGE);
    }
}
