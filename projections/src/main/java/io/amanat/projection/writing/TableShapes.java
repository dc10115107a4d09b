package io.amanat.projection.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of one schema, parents before the tables that refer to them. */
final class TableShapes {
    private final Map<String, TableShape> shapes;
    private final Map<String, Integer> ranks = new LinkedHashMap<>();

    /** @param parents to which tables a table's foreign keys point, those left out that wait for the end of the transaction */
    TableShapes(Map<String, TableShape> shapes, Map<String, Set<String>> parents) {
        this.shapes = shapes;
        Set<String> open = new HashSet<>();
        shapes.keySet().forEach(table -> rank(table, parents, open));
    }

    TableShape of(String table) {
        TableShape shape = shapes.get(table);
        if (shape == null) {
            throw new IllegalArgumentException("no table " + table + " with a primary key");
        }
        return shape;
    }

    /** Lower for parents. */
    int rank(TableShape shape) {
        return ranks.getOrDefault(shape.name(), -1);
    }

    private void rank(String table, Map<String, Set<String>> parents, Set<String> open) {
        if (ranks.containsKey(table)) {
            return;
        }
        if (!open.add(table)) {
            throw new IllegalStateException("foreign keys in a circle around " + table);
        }
        List<String> before = new ArrayList<>(parents.getOrDefault(table, Set.of()));
        before.forEach(parent -> rank(parent, parents, open));
        ranks.put(table, ranks.size());
    }
}
