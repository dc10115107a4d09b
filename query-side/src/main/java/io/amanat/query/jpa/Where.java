package io.amanat.query.jpa;

import io.amanat.contract.access.Caller;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** Conditions that many queries share. An absent filter restricts nothing. */
public final class Where {
    private Where() {}

    public static <R> Specification<R> is(String field, @Nullable Object value) {
        return value == null
                ? Specification.unrestricted()
                : (row, query, criteria) -> criteria.equal(row.get(field), value);
    }

    public static <R> Specification<R> oneOf(String field, Collection<?> values) {
        return values.isEmpty()
                ? Specification.unrestricted()
                : (row, query, criteria) -> row.get(field).in(values);
    }

    /** Rows with {@code buyerId} and {@code sellerId}: the parties see theirs, staff sees all. */
    public static <R> Specification<R> partyOf(Caller caller) {
        if (caller.staff()) {
            return Specification.unrestricted();
        }
        UUID me = caller.requireUserId().value();
        return Where.<R>is("buyerId", me).or(is("sellerId", me));
    }
}
