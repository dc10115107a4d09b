package io.amanat.projection.writing;

import io.amanat.projection.Computed;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One table in one batch. First every change is announced by {@link #step}, then what the database has is told by {@link #found},
 * then the steps are taken, in order; after that the rows are what they are to be.
 */
final class TableBatch {
    private final TableShape shape;
    private final Writing mode;
    private final Texts texts;
    private final Map<String, RowState> rows = new LinkedHashMap<>();
    private final List<RowState> unknown = new ArrayList<>();
    private final Map<List<Integer>, Lookup> lookups = new LinkedHashMap<>();
    private final BitSet written = new BitSet();
    private final BitSet read = new BitSet();

    TableBatch(TableShape shape, Writing mode, Texts texts) {
        this.shape = shape;
        this.mode = mode;
        this.texts = texts;
        for (int part : shape.checked(shape.key())) {
            read.set(part);
        }
        if (shape.version() >= 0) {
            read.set(shape.version());
        }
    }

    TableShape shape() {
        return shape;
    }

    /** To be called after the last {@link #step}. */
    void ready() {
        for (Lookup lookup : lookups.values()) {
            for (int place : lookup.places()) {
                if (written.get(place)) {
                    throw new IllegalArgumentException("rows of " + shape.name()
                            + " are found by a column that changes in the same batch: "
                            + shape.column(place).name());
                }
            }
        }
    }

    /** Rows of which only the database knows whether they are there. */
    List<RowState> unknown() {
        return unknown;
    }

    /** Rows that are found by other columns than the primary key. */
    Collection<Lookup> lookups() {
        return lookups.values();
    }

    /** The columns that updates set. */
    BitSet written() {
        return written;
    }

    /** The columns that have to be known of a stored row. */
    BitSet loaded() {
        BitSet loaded = (BitSet) written.clone();
        loaded.or(read);
        return loaded;
    }

    /** A row that the database has; columns that are not among {@link #loaded} are null. */
    void found(@Nullable String[] values) {
        RowState row = rows.computeIfAbsent(Lookup.key(shape.key(), values), _ -> new RowState(values));
        if (!row.stored()) {
            row.found(values);
            keep(row);
        }
    }

    /** The rows of which {@code state} is true. */
    List<RowState> rows(Predicate<RowState> state) {
        List<RowState> some = new ArrayList<>();
        for (RowState row : rows.values()) {
            if (state.test(row)) {
                some.add(row);
            }
        }
        return some;
    }

    Step step(RowChange change) {
        return switch (change) {
            case RowChange.Insert insert -> insert(insert.values());
            case RowChange.Update update -> {
                Assignments assignments = new Assignments(shape, update.values(), texts);
                assignments.note(written, read);
                yield onEach(update.key(), assignments::applyTo);
            }
            case RowChange.Delete delete -> onEach(delete.key(), RowState::delete);
        };
    }

    private Step insert(Row row) {
        @Nullable String[] values = shape.blank();
        for (int n = 0; n < row.size(); n++) {
            int place = shape.place(row.name(n));
            if (row.value(n) instanceof Computed) {
                throw new IllegalArgumentException("a new row has nothing to compute on");
            }
            values[place] = texts.of(shape.column(place), row.value(n));
        }
        shape.refuseUntold(row);
        RowState state = meant(values, mode == Writing.IDEMPOTENT);
        return () -> {
            if (!state.live()) {
                state.insert(values);
                keep(state);
            } else if (mode == Writing.FRESH) {
                throw new IllegalStateException("a row of " + shape.name() + " comes twice");
            }
        };
    }

    private Step onEach(Row key, Step.OnRow action) {
        int[] places = new int[key.size()];
        @Nullable String[] values = new @Nullable String[shape.columns().size()];
        for (int n = 0; n < places.length; n++) {
            places[n] = shape.place(key.name(n));
            values[places[n]] = texts.of(shape.column(places[n]), key.value(n));
        }
        if (shape.isKey(places)) {
            RowState row = meant(values, true);
            return () -> {
                if (row.live()) {
                    action.on(row);
                }
            };
        }
        Lookup lookup = lookup(places);
        String wanted = Lookup.key(places, values);
        lookup.want(wanted);
        return () -> lookup.live(wanted).forEach(action::on);
    }

    /** The row of this primary key. */
    private RowState meant(@Nullable String[] values, boolean mayBeStored) {
        String key = Lookup.key(shape.key(), values);
        RowState row = rows.get(key);
        if (row == null) {
            row = new RowState(values);
            rows.put(key, row);
            if (mayBeStored) {
                unknown.add(row);
            }
        }
        return row;
    }

    private Lookup lookup(int[] places) {
        List<Integer> name = new ArrayList<>();
        for (int place : places) {
            name.add(place);
            read.set(place);
        }
        return lookups.computeIfAbsent(name, _ -> new Lookup(shape.checked(places)));
    }

    private void keep(RowState row) {
        for (Lookup lookup : lookups.values()) {
            lookup.keep(row);
        }
    }
}
