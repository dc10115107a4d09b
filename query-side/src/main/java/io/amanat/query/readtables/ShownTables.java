package io.amanat.query.readtables;

import io.amanat.query.web.Cursors;
import io.amanat.query.web.Page;
import io.amanat.query.web.QueryProblem;
import io.amanat.query.web.QueryRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads whole tables of a job's schema. Names of tables come from the database's catalogue: what the caller names is looked for there
 * and never put into a statement.
 */
@Component
class ShownTables {
    private static final String TABLES = "select t.relname from pg_catalog.pg_class t"
            + " join pg_catalog.pg_namespace n on n.oid = t.relnamespace and n.nspname = :schema"
            + " where t.relkind = 'r' and t.relname not in"
            + " ('flyway_schema_history', 'projection_segments', 'projection_nodes', 'fill_notes') order by 1";
    private static final String KEY = "select quote_ident(a.attname), format_type(a.atttypid, a.atttypmod) from"
        + " pg_catalog.pg_index k join pg_catalog.pg_attribute a on a.attrelid = k.indrelid and a.attnum = any"
        + " (k.indkey) where k.indrelid = format('%I.%I', cast(:schema as text), cast(:table as text))::regclass and"
        + " k.indisprimary order by array_position(k.indkey::int2[], a.attnum)";

    private final JobRows jobs;
    private final JdbcClient jdbc;

    ShownTables(JobRows jobs, JdbcClient jdbc) {
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    private record Key(String column, String type) {}

    /** A row with its place. */
    private record Found(TableRow row, List<String> key) {}

    List<String> names(UUID job) {
        return tables(schema(job));
    }

    Page<TableRow> page(UUID job, String asked, @Nullable String cursor, int limit) {
        String schema = schema(job);
        String table = tables(schema).stream()
                .filter(asked::equals)
                .findFirst()
                .orElseThrow(() -> new QueryProblem(QueryRefusal.NO_SUCH_READ_TABLE));
        List<Key> key = jdbc.sql(KEY)
                .param("schema", schema)
                .param("table", table)
                .query((row, _) -> new Key(row.getString(1), row.getString(2)))
                .list();
        List<String> after = Cursors.key(cursor, key.size());
        String columns = key.stream().map(Key::column).collect(Collectors.joining(", "));
        String condition = after == null
                ? ""
                : " where (" + columns + ") > ("
                        + key.stream().map(part -> "?::" + part.type()).collect(Collectors.joining(", ")) + ")";
        List<Object> values = new ArrayList<>(after == null ? List.of() : after);
        values.add(limit + 1);
        String texts = key.stream().map(part -> part.column() + "::text").collect(Collectors.joining(", "));
        String sql = "select to_jsonb(t)::text, " + texts + " from " + schema + "." + table + " t" + condition
                + " order by " + columns + " limit ?";
        return Page.cut(found(sql, values, key.size(), after != null), limit, one -> Cursors.ofKey(one.key()))
                .map(Found::row);
    }

    private List<Found> found(String sql, List<Object> values, int keyParts, boolean byCursor) {
        try {
            return jdbc.sql(sql)
                    .params(values)
                    .query((row, _) -> {
                        List<String> place = new ArrayList<>();
                        for (int part : IntStream.range(0, keyParts).toArray()) {
                            place.add(Objects.requireNonNull(row.getString(part + 2)));
                        }
                        return new Found(new TableRow(row.getString(1)), place);
                    })
                    .list();
        } catch (DataAccessException e) {
            if (byCursor) {
                throw Cursors.invalid();
            }
            throw e;
        }
    }

    private List<String> tables(String schema) {
        return jdbc.sql(TABLES)
                .param("schema", schema)
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    private String schema(UUID job) {
        String schema = jobs.shown(job);
        if (schema == null) {
            throw new QueryProblem(QueryRefusal.JOB_SHOWS_NO_TABLES);
        }
        return schema;
    }
}
