package io.amanat.query.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor leads to the next part; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /** The whole of a short list. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /** The first {@code limit} of {@code found}, which holds one more when there is more to come. */
    public static <T> Page<T> cut(List<T> found, int limit, Function<T, String> cursorOf) {
        return found.size() <= limit
                ? whole(found)
                : new Page<>(found.subList(0, limit), cursorOf.apply(found.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), nextCursor);
    }
}
