package io.amanat.projection.writing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A column as the catalogue tells it.
 *
 * @param type its type's name with schema, quoted as SQL wants it
 * @param exact whether equal values have equal text, so that rows can be found by it in memory
 * @param scale of a numeric with a declared one; otherwise negative
 * @param initial text of the value that a new row gets when it says nothing
 * @param constant false when only the database can tell that value
 */
record Column(
        String name,
        String type,
        boolean exact,
        int scale,
        @Nullable String initial,
        boolean constant) {
    private static final String UUID_TYPE = "pg_catalog.uuid";

    boolean uuid() {
        return type.equals(UUID_TYPE);
    }

    /** As the table would hold {@code text}: a numeric is rounded to its scale. */
    @Nullable
    String held(@Nullable String text) {
        return text == null || scale < 0
                ? text
                : new BigDecimal(text).setScale(scale, RoundingMode.HALF_UP).toPlainString();
    }

    /** The name, quoted. */
    String sql() {
        return TableShape.quoted(name);
    }
}
