package io.amanat.projection.writing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the database for the stored rows that a batch has to know. */
final class Loads {
    /** With more keys than this each query goes alone: its answer may be longer than what fits between two ends that both write. */
    private static final int KEYS_TOGETHER = 256;

    private final Statements statements;

    Loads(Statements statements) {
        this.statements = statements;
    }

    void load(TableBatch table) throws SQLException {
        TableShape shape = table.shape();
        List<RowState> unknown = table.unknown();
        if (!unknown.isEmpty()) {
            List<ArrayText> keys = arrays(shape.key().length);
            for (RowState row : unknown) {
                for (int part = 0; part < keys.size(); part++) {
                    keys.get(part).add(row.value(shape.key()[part]));
                }
            }
            ask(table, shape.key(), keys, unknown.size());
        }
        for (Lookup lookup : table.lookups()) {
            List<ArrayText> keys = arrays(lookup.places().length);
            for (String wanted : lookup.wanted()) {
                List<String> parts = lookup.places().length == 1 ? List.of(wanted) : Lookup.parts(wanted);
                for (int part = 0; part < keys.size(); part++) {
                    keys.get(part).add(parts.get(part));
                }
            }
            ask(table, lookup.places(), keys, lookup.wanted().size());
        }
    }

    private void ask(TableBatch table, int[] by, List<ArrayText> keys, int count) throws SQLException {
        if (count > KEYS_TOGETHER) {
            statements.send();
        }
        BitSet loaded = table.loaded();
        int columns = table.shape().columns().size();
        statements.query(sql(table.shape(), by, loaded), keys, found -> {
            @Nullable String[] values = new @Nullable String[columns];
            int n = 1;
            for (int place = loaded.nextSetBit(0); place >= 0; place = loaded.nextSetBit(place + 1)) {
                values[place] = found.getString(n++);
            }
            table.found(values);
        });
        if (count > KEYS_TOGETHER) {
            statements.send();
        }
    }

    private static String sql(TableShape shape, int[] by, BitSet loaded) {
        StringBuilder sql = new StringBuilder("select ");
        for (int place = loaded.nextSetBit(0); place >= 0; place = loaded.nextSetBit(place + 1)) {
            sql.append(place == loaded.nextSetBit(0) ? "t." : ", t.")
                    .append(shape.column(place).sql())
                    .append("::text");
        }
        return sql.append(" from ")
                .append(Sql.unnest(shape, by, "k"))
                .append(" join ")
                .append(shape.sql())
                .append(" t on ")
                .append(Sql.matching(shape, by, "k"))
                .toString();
    }

    private static List<ArrayText> arrays(int count) {
        List<ArrayText> arrays = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            arrays.add(new ArrayText());
        }
        return arrays;
    }
}
