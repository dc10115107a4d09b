package io.amanat.projection.writing;

import io.amanat.projection.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that are written together. */
final class Batch {
    /** A statement may be planned while a table is small and run when it is big: rows are always found by an index. */
    private static final List<String> BY_INDEX_ONLY = List.of(
            "set local plan_cache_mode = force_generic_plan",
            "set local enable_seqscan = off",
            "set local enable_hashjoin = off",
            "set local enable_mergejoin = off");

    private final List<TableBatch> parentsFirst;
    private final List<Step> steps;

    Batch(TableShapes shapes, Writing mode, List<RowChange> changes) {
        Map<String, TableBatch> tables = new LinkedHashMap<>();
        Texts texts = new Texts();
        steps = new ArrayList<>(changes.size());
        for (RowChange change : changes) {
            TableBatch table =
                    tables.computeIfAbsent(change.table(), name -> new TableBatch(shapes.of(name), mode, texts));
            steps.add(table.step(change));
        }
        parentsFirst = new ArrayList<>(tables.values());
        parentsFirst.sort(Comparator.comparingInt(table -> shapes.rank(table.shape())));
        parentsFirst.forEach(TableBatch::ready);
    }

    void write(Connection connection) throws SQLException {
        Statements statements = new Statements(connection);
        BY_INDEX_ONLY.forEach(statements::run);
        Loads loads = new Loads(statements);
        for (TableBatch table : parentsFirst) {
            loads.load(table);
        }
        statements.send();
        steps.forEach(Step::take);
        Writes writes = new Writes(statements);
        for (TableBatch table : parentsFirst.reversed()) {
            writes.delete(table);
        }
        for (TableBatch table : parentsFirst) {
            writes.update(table);
            writes.insert(table);
        }
        statements.send();
    }
}
