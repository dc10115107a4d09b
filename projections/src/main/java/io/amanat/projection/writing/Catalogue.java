package io.amanat.projection.writing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the tables of one schema from the database's catalogue. */
final class Catalogue {
    private static final String COLUMNS = """
        select c.relname, a.attname, quote_ident(tn.nspname) || '.' || quote_ident(t.typname),
               t.typtype = 'e' or t.typname in ('uuid', 'int2', 'int4', 'int8', 'text', 'varchar', 'bool', 'date'),
               case when t.typname = 'numeric' and a.atttypmod >= 4 then (a.atttypmod - 4) & 1023 else -1 end,
               pg_get_expr(d.adbin, d.adrelid),
               array_position((k.indkey::int2[])[0:k.indnkeyatts - 1], a.attnum)
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_index k on k.indrelid = c.oid and k.indisprimary
        join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        join pg_catalog.pg_type t on t.oid = a.atttypid
        join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
        left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
        where n.nspname = ? and c.relkind in ('r', 'p')
        order by c.relname, a.attnum
        """;
    private static final String PARENTS = """
        select child.relname, parent.relname
        from pg_catalog.pg_constraint f
        join pg_catalog.pg_class child on child.oid = f.conrelid
        join pg_catalog.pg_class parent on parent.oid = f.confrelid
        join pg_catalog.pg_namespace n on n.oid = child.relnamespace and n.oid = parent.relnamespace
        where n.nspname = ? and f.contype = 'f' and not f.condeferred and child.oid <> parent.oid
        """;

    /** A literal, with or without a cast. */
    private static final Pattern CONSTANT = Pattern.compile(
            "(-?[0-9.]+|true|false|NULL|'([^']|'')*')(::([a-z0-9_. ]|\"[^\"]+\")+(\\([0-9,]+\\))?(\\[])?)?");

    private final Connection connection;
    private final String schema;

    Catalogue(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    TableShapes read() throws SQLException {
        Map<String, List<Column>> columns = new TreeMap<>();
        Map<String, TreeMap<Integer, String>> keys = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String table = found.getString(1);
                    Column column = column(found);
                    columns.computeIfAbsent(table, _ -> new ArrayList<>()).add(column);
                    int keyPart = found.getInt(7);
                    if (!found.wasNull()) {
                        keys.computeIfAbsent(table, _ -> new TreeMap<>()).put(keyPart, column.name());
                    }
                }
            }
        }
        Map<String, TableShape> shapes = new TreeMap<>();
        columns.forEach((table, all) -> shapes.put(
                table,
                new TableShape(
                        schema,
                        table,
                        List.copyOf(all),
                        List.copyOf(Objects.requireNonNull(keys.get(table)).values()))));
        return new TableShapes(shapes, parents());
    }

    private Column column(ResultSet found) throws SQLException {
        String byDefault = found.getString(6);
        boolean constant = byDefault == null || CONSTANT.matcher(byDefault).matches();
        return new Column(
                found.getString(2),
                found.getString(3),
                found.getBoolean(4),
                found.getInt(5),
                byDefault == null || !constant ? null : evaluated(byDefault),
                constant);
    }

    private @Nullable String evaluated(String constant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select (" + constant + ")::text");
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getString(1);
        }
    }

    private Map<String, Set<String>> parents() throws SQLException {
        Map<String, Set<String>> parents = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PARENTS)) {
            statement.setString(1, schema);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    parents.computeIfAbsent(found.getString(1), _ -> new TreeSet<>())
                            .add(found.getString(2));
                }
            }
        }
        return parents;
    }
}
