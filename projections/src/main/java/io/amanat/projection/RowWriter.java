package io.amanat.projection;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlParameterValue;

/**
 * Writes row changes into one schema. Neighbouring changes of the same shape go out as one batch; the order of the changes is kept.
 * Runs in the caller's transaction and never commits.
 */
public final class RowWriter {
    private final JdbcOperations jdbc;
    private final String schema;

    public RowWriter(JdbcOperations jdbc, String schema) {
        if (!schema.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("a schema name is lower case, digits and underscores");
        }
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Writes all of {@code changes}, in order. */
    public void write(List<RowChange> changes) {
        String pendingSql = "";
        List<@Nullable Object[]> pending = new ArrayList<>();
        for (RowChange change : changes) {
            Statement statement = statement(change);
            if (!statement.sql.equals(pendingSql)) {
                flush(pendingSql, pending);
                pendingSql = statement.sql;
                pending = new ArrayList<>();
            }
            pending.add(statement.values.toArray());
        }
        flush(pendingSql, pending);
    }

    /** The position of a stored event in the log, which is found through the search path. */
    long positionInLog(String eventId) {
        String sql = "select global_index from domain_event_entry where event_identifier = ?";
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, eventId));
    }

    private void flush(String sql, List<@Nullable Object[]> rows) {
        if (rows.size() == 1) {
            jdbc.update(sql, rows.getFirst());
        } else if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private Statement statement(RowChange change) {
        return switch (change) {
            case RowChange.Insert insert -> insert(insert);
            case RowChange.Update update -> update(update);
            case RowChange.Delete delete -> delete(delete);
        };
    }

    private Statement insert(RowChange.Insert insert) {
        List<@Nullable Object> values = new ArrayList<>();
        Map<String, String> cells = cells(insert.values(), values);
        String sql = "insert into " + schema + "." + insert.table() + " (" + String.join(", ", cells.keySet())
                + ") values (" + String.join(", ", cells.values()) + ") on conflict on constraint " + insert.table()
                + "_pkey do nothing";
        return new Statement(sql, values);
    }

    private Statement update(RowChange.Update update) {
        List<@Nullable Object> values = new ArrayList<>();
        String assignments = cells(update.values(), values).entrySet().stream()
                .map(cell -> cell.getKey() + " = " + cell.getValue())
                .collect(Collectors.joining(", "));
        String sql = "update " + schema + "." + update.table() + " set " + assignments + where(update.key(), values);
        Object version = update.values().columns().get("version");
        if (version == null) {
            return new Statement(sql, values);
        }
        values.add(version);
        return new Statement(sql + " and version < ?", values);
    }

    private Statement delete(RowChange.Delete delete) {
        List<@Nullable Object> values = new ArrayList<>();
        return new Statement("delete from " + schema + "." + delete.table() + where(delete.key(), values), values);
    }

    private static String where(Row key, List<@Nullable Object> values) {
        return cells(key, values).entrySet().stream()
                .map(cell -> cell.getKey() + " = " + cell.getValue())
                .collect(Collectors.joining(" and ", " where ", ""));
    }

    /** Column to placeholder or expression; the values of the placeholders are added to {@code values}. */
    private static Map<String, String> cells(Row row, List<@Nullable Object> values) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.columns().forEach((column, value) -> {
            if (value instanceof Row.Computed computed) {
                cells.put(column, computed.expression());
                values.addAll(computed.values());
            } else {
                cells.put(column, "?");
                values.add(
                        value instanceof Row.Enumerated text ? new SqlParameterValue(Types.OTHER, text.text()) : value);
            }
        });
        return cells;
    }

    private record Statement(String sql, List<@Nullable Object> values) {}
}
