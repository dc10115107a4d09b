package io.amanat.projection.writing;

/** What a writer may take for granted about the tables. */
public enum Writing {
    /** Any change may have been written before: the same again leaves the same rows. */
    IDEMPOTENT,

    /**
     * Every change is written exactly once, from the first on, into tables that were empty: nobody looks whether a new row is there
     * already, and one that is there is an error.
     */
    FRESH
}
