package io.amanat.projection.writing;

import io.amanat.projection.Computed;
import io.amanat.projection.Row;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What an update does to a row. */
final class Assignments {
    private final TableShape shape;
    private final int[] places;
    private final @Nullable Object[] values;

    /** Each value is a text, a {@link Computed} or null. */
    Assignments(TableShape shape, Row row, Texts texts) {
        this.shape = shape;
        places = new int[row.size()];
        values = new @Nullable Object[row.size()];
        for (int n = 0; n < places.length; n++) {
            places[n] = shape.place(row.name(n));
            Object value = row.value(n);
            values[n] = value instanceof Computed ? value : texts.of(shape.column(places[n]), value);
        }
    }

    /** Adds the columns that are set to {@code written}, and those that must be known for it to {@code read}. */
    void note(BitSet written, BitSet read) {
        for (int n = 0; n < places.length; n++) {
            if (!shape.inKey(places[n])) {
                written.set(places[n]);
            }
            if (values[n] instanceof Computed computed) {
                computed.reads().forEach(column -> read.set(shape.place(column)));
            }
        }
    }

    /** Changes {@code row} unless its version says that it has seen this already. */
    void applyTo(RowState row) {
        if (seenBy(row)) {
            return;
        }
        @Nullable String[] after = new @Nullable String[places.length];
        for (int n = 0; n < places.length; n++) {
            after[n] = values[n] instanceof Computed computed
                    ? computed.from(shape.column(places[n]).name(), column -> held(row, column))
                    : (String) values[n];
        }
        for (int n = 0; n < places.length; n++) {
            if (!shape.inKey(places[n])) {
                row.set(places[n], after[n]);
            } else if (!String.valueOf(after[n]).equals(row.value(places[n]))) {
                throw new IllegalArgumentException("a primary key of " + shape.name() + " does not change");
            }
        }
    }

    private @Nullable String held(RowState row, String column) {
        int place = shape.place(column);
        return shape.column(place).held(row.value(place));
    }

    private boolean seenBy(RowState row) {
        for (int n = 0; n < places.length; n++) {
            if (places[n] == shape.version() && values[n] instanceof String version) {
                String seen = row.value(places[n]);
                return seen == null || Long.parseLong(seen) >= Long.parseLong(version);
            }
        }
        return false;
    }
}
