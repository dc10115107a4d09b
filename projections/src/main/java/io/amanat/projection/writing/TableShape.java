package io.amanat.projection.writing;

import io.amanat.projection.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table as the catalogue tells it. Columns go by their place, from 0. */
final class TableShape {
    private final String name;
    private final String sql;
    private final List<Column> columns;
    private final int[] key;
    private final Map<String, Integer> places = new HashMap<>();
    private final @Nullable String[] initial;
    private final List<String> untold;
    private final int version;

    TableShape(String schema, String name, List<Column> columns, List<String> keyColumns) {
        this.name = name;
        this.sql = quoted(schema) + "." + quoted(name);
        this.columns = columns;
        this.initial = new @Nullable String[columns.size()];
        for (int place = 0; place < columns.size(); place++) {
            places.put(columns.get(place).name(), place);
            initial[place] = columns.get(place).initial();
        }
        this.key = keyColumns.stream().mapToInt(this::place).toArray();
        this.untold = columns.stream()
                .filter(column -> !column.constant())
                .map(Column::name)
                .toList();
        this.version = places.getOrDefault("version", -1);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    String name() {
        return name;
    }

    /** Schema and name, quoted. */
    String sql() {
        return sql;
    }

    List<Column> columns() {
        return columns;
    }

    Column column(int place) {
        return columns.get(place);
    }

    /** The primary key's columns. */
    int[] key() {
        return key;
    }

    boolean inKey(int place) {
        for (int part : key) {
            if (part == place) {
                return true;
            }
        }
        return false;
    }

    /** Whether these columns, in any order, are the primary key. */
    boolean isKey(int[] places) {
        return places.length == key.length && Arrays.stream(places).allMatch(this::inKey);
    }

    /** The same places, if rows can be found by them in memory. */
    int[] checked(int[] places) {
        for (int place : places) {
            if (!columns.get(place).exact()) {
                throw new IllegalArgumentException("rows of " + name + " cannot be found by "
                        + columns.get(place).name() + ": equal values may look different");
            }
        }
        return places;
    }

    /** Where the column {@code version} is; negative when there is none. */
    int version() {
        return version;
    }

    int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("table " + name + " has no column " + column);
        }
        return place;
    }

    /** Refuses a new row that leaves a value to the database which is not known beforehand. */
    void refuseUntold(Row row) {
        for (String column : untold) {
            if (!row.has(column)) {
                throw new IllegalArgumentException(
                        "only the database can tell the default of " + name + "." + column + ": give a value");
            }
        }
    }

    /** A row about which nothing is said. */
    @Nullable
    String[] blank() {
        return initial.clone();
    }
}
