package io.amanat.projection.writing;

/** One change, ready to be applied to the rows in memory. */
@FunctionalInterface
interface Step {
    void take();

    /** What is done to each row that a change means. */
    @FunctionalInterface
    interface OnRow {
        void on(RowState row);
    }
}
