package io.amanat.projection.writing;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes what the changes of one table come to. */
final class Writes {
    /** More new rows than this go by COPY; fewer are quicker in the round trip of the other statements. */
    private static final int ROWS_INSERTED_MAX = 32;

    private static final int COPY_CHUNK_CHARS = 1 << 16;

    private final Statements statements;

    Writes(Statements statements) {
        this.statements = statements;
    }

    void delete(TableBatch table) {
        TableShape shape = table.shape();
        List<RowState> rows = table.rows(RowState::toDelete);
        if (!rows.isEmpty()) {
            String sql = "delete from " + shape.sql() + " t using " + Sql.unnest(shape, shape.key(), "k") + " where "
                    + Sql.matching(shape, shape.key(), "k");
            statements.change(sql, arrays(rows, shape.key()), rows.size());
        }
    }

    void update(TableBatch table) {
        TableShape shape = table.shape();
        List<RowState> rows = table.rows(RowState::toUpdate);
        if (!rows.isEmpty()) {
            int[] key = shape.key();
            int[] places = IntStream.concat(IntStream.of(key), table.written().stream())
                    .toArray();
            StringBuilder sql = new StringBuilder("update ").append(shape.sql()).append(" t set ");
            for (int n = key.length; n < places.length; n++) {
                sql.append(n == key.length ? "" : ", ")
                        .append(shape.column(places[n]).sql())
                        .append(" = u.c")
                        .append(n);
            }
            sql.append(" from ")
                    .append(Sql.unnest(shape, places, "u"))
                    .append(" where ")
                    .append(Sql.matching(shape, key, "u"));
            statements.change(sql.toString(), arrays(rows, places), rows.size());
        }
    }

    void insert(TableBatch table) throws SQLException {
        TableShape shape = table.shape();
        List<RowState> rows = table.rows(RowState::toInsert);
        if (rows.isEmpty()) {
            return;
        }
        int[] all = IntStream.range(0, shape.columns().size()).toArray();
        if (rows.size() > ROWS_INSERTED_MAX) {
            statements.send();
            copy("copy " + shape.sql() + " (" + Sql.names(shape, all) + ") from stdin", rows);
        } else {
            String sql = "insert into " + shape.sql() + " (" + Sql.names(shape, all) + ") select * from "
                    + Sql.unnest(shape, all, "n");
            statements.change(sql, arrays(rows, all), rows.size());
        }
    }

    private void copy(String sql, List<RowState> rows) throws SQLException {
        CopyIn copy =
                statements.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            CopyText text = new CopyText(COPY_CHUNK_CHARS + COPY_CHUNK_CHARS / 2);
            for (RowState row : rows) {
                for (String value : row.values()) {
                    text.column(value);
                }
                text.endRow();
                if (text.length() > COPY_CHUNK_CHARS) {
                    send(text, copy);
                }
            }
            send(text, copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyText text, CopyIn copy) throws SQLException {
        byte[] bytes = text.take().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    private static List<ArrayText> arrays(List<RowState> rows, int[] places) {
        List<ArrayText> arrays = new ArrayList<>(places.length);
        for (int place : places) {
            ArrayText array = new ArrayText();
            for (RowState row : rows) {
                array.add(row.value(place));
            }
            arrays.add(array);
        }
        return arrays;
    }
}
