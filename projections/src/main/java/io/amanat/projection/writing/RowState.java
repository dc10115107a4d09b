package io.amanat.projection.writing;

import org.jspecify.annotations.Nullable;

/** One row while a batch is folded: what the database has, and what it is to have. */
final class RowState {
    private @Nullable String[] values;
    private boolean stored;
    private boolean live;
    private boolean changed;
    private boolean replaced;

    /** Of a row that is not there, as far as one knows. */
    RowState(@Nullable String[] values) {
        this.values = values;
    }

    /** The database has it; columns that were not asked for are null. */
    void found(@Nullable String[] loaded) {
        values = loaded;
        stored = true;
        live = true;
    }

    void insert(@Nullable String[] row) {
        values = row;
        live = true;
        replaced = stored;
    }

    void set(int place, @Nullable String value) {
        values[place] = value;
        changed = true;
    }

    void delete() {
        live = false;
    }

    /** By the columns' places; not to be changed. */
    @Nullable
    String[] values() {
        return values;
    }

    @Nullable
    String value(int place) {
        return values[place];
    }

    /** Whether the row is there after the changes so far. */
    boolean live() {
        return live;
    }

    boolean stored() {
        return stored;
    }

    /** The stored row has to go, perhaps for another of the same key. */
    boolean toDelete() {
        return stored && (!live || replaced);
    }

    boolean toUpdate() {
        return stored && live && !replaced && changed;
    }

    boolean toInsert() {
        return live && (!stored || replaced);
    }
}
