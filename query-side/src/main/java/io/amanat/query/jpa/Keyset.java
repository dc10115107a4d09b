package io.amanat.query.jpa;

import io.amanat.query.web.Cursors;
import io.amanat.query.web.Limit;
import io.amanat.query.web.Page;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/** Pages through rows, newest first, without counting or skipping: a page costs the same wherever it lies. */
public final class Keyset {
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("createdAt"), Sort.Order.asc("id"));

    private static final String POSITION = "position";

    private Keyset() {}

    /** {@code cursor} and {@code limit} as they stand in the query string. */
    public static <R extends ReadRow> Page<R> page(
            JpaSpecificationExecutor<R> rows, Specification<R> which, @Nullable String cursor, @Nullable String limit) {
        int size = Limit.of(limit);
        Specification<R> rest = which.and(after(Cursors.seen(cursor)));
        List<R> found = rows.<R, List<R>>findBy(
                rest, query -> query.sortBy(NEWEST_FIRST).limit(size + 1).all());
        return Page.cut(found, size, row -> new Cursors.Seen(row.createdAt(), row.id()).encoded());
    }

    /**
     * As {@link #page}, for rows whose order is the log's: several may have the same instant.
     *
     * @param position of a row; it is stored in the attribute of that name
     */
    public static <R extends ReadRow> Page<R> newestPosition(
            JpaSpecificationExecutor<R> rows,
            Specification<R> which,
            @Nullable String cursor,
            @Nullable String limit,
            ToLongFunction<R> position) {
        int size = Limit.of(limit);
        long before = Cursors.position(cursor, Long.MAX_VALUE);
        Specification<R> rest = which.and((row, query, criteria) -> criteria.lessThan(row.<Long>get(POSITION), before));
        List<R> found = rows.<R, List<R>>findBy(
                rest,
                query -> query.sortBy(Sort.by(Sort.Order.desc(POSITION)))
                        .limit(size + 1)
                        .all());
        return Page.cut(found, size, row -> Cursors.ofPosition(position.applyAsLong(row)));
    }

    private static <R> Specification<R> after(Cursors.@Nullable Seen seen) {
        if (seen == null) {
            return Specification.unrestricted();
        }
        return (row, query, criteria) -> criteria.or(
                criteria.lessThan(row.get("createdAt"), seen.createdAt()),
                criteria.and(
                        criteria.equal(row.get("createdAt"), seen.createdAt()),
                        criteria.greaterThan(row.get("id"), seen.id())));
    }
}
