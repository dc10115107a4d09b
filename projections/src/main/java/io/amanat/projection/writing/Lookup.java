package io.amanat.projection.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a batch by some of their columns, as text. */
final class Lookup {
    private static final char BETWEEN = '\0';

    private final int[] places;
    private final Map<String, Set<RowState>> rows = new LinkedHashMap<>();

    Lookup(int... places) {
        this.places = places;
    }

    /** Several columns' texts as one; no text in the database holds the character between them. */
    static String key(int[] places, @Nullable String[] values) {
        if (places.length == 1) {
            return String.valueOf(values[places[0]]);
        }
        StringBuilder key = new StringBuilder();
        for (int place : places) {
            key.append(values[place]).append(BETWEEN);
        }
        return key.toString();
    }

    /** What {@link #key} joined. */
    static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = key.indexOf(BETWEEN); to >= 0; to = key.indexOf(BETWEEN, from)) {
            parts.add(key.substring(from, to));
            from = to + 1;
        }
        return from == 0 ? List.of(key) : parts;
    }

    int[] places() {
        return places;
    }

    /** From now on rows with this key are kept. */
    void want(String key) {
        rows.computeIfAbsent(key, _ -> new LinkedHashSet<>());
    }

    Collection<String> wanted() {
        return rows.keySet();
    }

    void keep(RowState row) {
        Set<RowState> same = rows.get(key(places, row.values()));
        if (same != null) {
            same.add(row);
        }
    }

    /** The rows that are there and have this key. */
    List<RowState> live(String key) {
        List<RowState> live = new ArrayList<>();
        for (RowState row : rows.getOrDefault(key, Set.of())) {
            if (row.live() && key(places, row.values()).equals(key)) {
                live.add(row);
            }
        }
        return live;
    }
}
