package io.amanat.engine.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table as both sides must have it.
 *
 * @param columns all that are compared, those of the primary key first
 * @param keyTypes types of the primary key's columns, in order
 */
record ComparedTable(String name, List<String> columns, List<String> keyTypes) {
    /** Of dead letters only what they are about: causes and times are each side's own. */
    private static final List<String> OF_LETTERS = List.of("position", "sequence", "event_id", "event_type");

    private static final String COLUMNS = "select t.relname, a.attname, y.typname,"
            + " array_position((k.indkey::int2[])[0:k.indnkeyatts - 1], a.attnum)"
            + " from pg_catalog.pg_class t"
            + " join pg_catalog.pg_index k on k.indrelid = t.oid and k.indisprimary"
            + " join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped"
            + " join pg_catalog.pg_type y on y.oid = a.atttypid"
            + " where t.relnamespace = ?::regnamespace and t.relkind = 'r'"
            + " and t.relname not in ('flyway_schema_history', 'projection_segments', 'projection_nodes', '"
            + FreshSchema.NOTES + "')"
            + " order by t.relname, a.attnum";

    private record Column(String table, String name, String type, Integer keyPart) {}

    /** The tables of {@code schema}, by name. */
    static Map<String, ComparedTable> of(Connection connection, String schema) throws SQLException {
        List<Column> all = Sql.all(
                connection,
                COLUMNS,
                row -> new Column(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Integer.class)),
                schema);
        return all.stream()
                .collect(Collectors.groupingBy(
                        Column::table,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ComparedTable::of)));
    }

    private static ComparedTable of(List<Column> columns) {
        String table = columns.getFirst().table();
        List<Column> key = columns.stream()
                .filter(column -> column.keyPart() != null)
                .sorted(java.util.Comparator.comparing(Column::keyPart))
                .toList();
        List<String> names = Stream.concat(key.stream(), columns.stream().filter(column -> column.keyPart() == null))
                .map(Column::name)
                .filter(name -> !table.equals("dead_letters") || OF_LETTERS.contains(name))
                .toList();
        return new ComparedTable(table, names, key.stream().map(Column::type).toList());
    }

    List<String> key() {
        return columns.subList(0, keyTypes.size());
    }

    /** Streams all rows in the primary key's order; text keys in the order of their bytes. */
    String copy(String schema) {
        String order = Stream.iterate(0, n -> n < keyTypes.size(), n -> n + 1)
                .map(n -> quoted(columns.get(n)) + (keyTypes.get(n).equals("text") ? " collate \"C\"" : ""))
                .collect(Collectors.joining(", "));
        return "copy (select " + columns.stream().map(ComparedTable::quoted).collect(Collectors.joining(", "))
                + " from " + schema + "." + quoted(name) + " order by " + order + ") to stdout";
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
