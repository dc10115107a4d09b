package io.amanat.benchmark.report;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param id short and stable, for goals, ratios and the JSON result
 * @param title what was done, for people
 * @param peer the id of the row of the same run that this one is divided by; absent when there is nothing to compare it with
 */
public record Row(
        String id, String title, Unit unit, @Nullable String peer) {

    public static Row of(String id, String title, Unit unit) {
        return new Row(id, title, unit, null);
    }

    public Row comparedWith(String other) {
        return new Row(id, title, unit, other);
    }
}
