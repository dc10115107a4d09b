package io.amanat.projection;

/** One change of one table's rows. Values are plain Java values; see {@link Row} for the types that may stand in them. */
public sealed interface RowChange {
    String table();

    /**
     * A new row; nothing happens when a row with the same primary key is there already. Any other conflict is an error: a row that
     * is left out in silence would be a lie.
     */
    record Insert(String table, Row values) implements RowChange {}

    /**
     * Changes every row whose columns equal {@code key}; nothing happens when there is none. When {@code values} has a
     * {@code version}, rows of that version or a later one stay as they are: they have seen this event.
     */
    record Update(String table, Row key, Row values) implements RowChange {}

    /** Removes the rows whose columns equal {@code key}: only for the children of a row that is being replaced. */
    record Delete(String table, Row key) implements RowChange {}
}
