package io.amanat.engine.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Takes down what only slows a bulk fill, and puts it back as it was: row triggers, foreign keys, unique constraints and indexes beside
 * the primary keys. How to put a thing back is noted in the transaction that takes it down, and struck out in the one that puts it back,
 * so that a restart loses nothing.
 */
final class Scaffold {
    /** Rows are deleted by its leading column while the tables are filled; without it, each time the whole table would be read. */
    private static final String NEEDED = "purchase_request_specifications_purchase_request_id_key";

    private static final String OF_SCHEMA = " join pg_catalog.pg_class t on t.oid = %s"
            + " where t.relnamespace = ?::regnamespace and t.relname <> '" + FreshSchema.NOTES + "'";

    private static final String TRIGGERS = "select 'trigger', t.oid::regclass || ' ' || quote_ident(g.tgname),"
        + " format('alter table %s enable ' || case g.tgenabled when 'A' then 'always ' when 'R' then 'replica ' else"
        + " '' end || 'trigger %I', t.oid::regclass, g.tgname), format('alter table %s disable trigger %I',"
        + " t.oid::regclass, g.tgname) from pg_catalog.pg_trigger g" + OF_SCHEMA.formatted("g.tgrelid")
            + " and not g.tgisinternal and g.tgenabled <> 'D' and g.tgtype & 1 = 1 order by 2";

    private static final String CONSTRAINTS = "select case c.contype when 'f' then 'foreign key' else 'unique' end,"
            + " t.oid::regclass || ' ' || quote_ident(c.conname),"
            + " format('alter table %s add constraint %I %s', t.oid::regclass, c.conname, pg_get_constraintdef(c.oid)),"
            + " format('alter table %s drop constraint %I', t.oid::regclass, c.conname)"
            + " from pg_catalog.pg_constraint c" + OF_SCHEMA.formatted("c.conrelid")
            + " and c.contype in ('f', 'u') and c.conname <> '" + NEEDED + "' order by c.contype, 2";

    private static final String INDEXES =
            "select case when i.indisunique then 'unique index' else 'index' end, x.oid::regclass::text,"
                    + " pg_get_indexdef(x.oid), format('drop index %s', x.oid::regclass)"
                    + " from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid = i.indexrelid"
                    + OF_SCHEMA.formatted("i.indrelid")
                    + " and not i.indisprimary and not exists (select from pg_catalog.pg_constraint k where k.conindid"
                    + " = x.oid and k.contype in ('u', 'p', 'x')) and t.relname <> 'dead_letters' order by 2";

    /** In the order in which they are put back. */
    private static final List<String> KINDS = List.of("unique", "unique index", "index", "foreign key", "trigger");

    private final FreshSchema schema;

    Scaffold(FreshSchema schema) {
        this.schema = schema;
    }

    private record Part(String kind, String name, String putBack, String takeDown) {}

    /** A thing that was taken down. */
    record Note(int id, String kind, String name) {}

    /** Takes down what is still there. */
    void takeDown(Connection connection) throws SQLException {
        // with an empty path, the catalogue spells every name with its schema
        Sql.run(connection, "set local search_path = ''");
        for (String query : List.of(TRIGGERS, CONSTRAINTS, INDEXES)) {
            for (Part part : parts(connection, query)) {
                Sql.update(
                        connection,
                        "insert into " + schema.notes() + " (kind, name, put_back) values (?, ?, ?)",
                        part.kind(),
                        part.name(),
                        part.putBack());
                Sql.run(connection, part.takeDown());
            }
        }
        connection.commit();
    }

    /** What is to be put back, in that order. */
    List<Note> missing(Connection connection) throws SQLException {
        List<Note> all = Sql.all(
                connection,
                "select id, kind, name from " + schema.notes() + " where put_back is not null order by id",
                row -> new Note(row.getInt(1), row.getString(2), row.getString(3)));
        connection.commit();
        return KINDS.stream()
                .flatMap(kind -> all.stream().filter(note -> note.kind().equals(kind)))
                .toList();
    }

    /** @throws SQLException with a state of class 23 when the rows do not obey it */
    void putBack(Connection connection, Note note) throws SQLException {
        String statement = Sql.one(
                connection,
                "delete from " + schema.notes() + " where id = ? returning put_back",
                row -> row.getString(1),
                note.id());
        if (statement != null) {
            Sql.run(connection, "set local search_path = ''");
            Sql.run(connection, statement);
        }
        connection.commit();
    }

    void analyze(Connection connection) throws SQLException {
        List<String> tables = Sql.all(
                connection,
                "select oid::regclass::text from pg_catalog.pg_class where relnamespace = ?::regnamespace and relkind"
                        + " = 'r'",
                row -> row.getString(1),
                schema.name());
        for (String table : tables) {
            Sql.run(connection, "analyze " + table);
        }
        connection.commit();
    }

    private List<Part> parts(Connection connection, String query) throws SQLException {
        return Sql.all(
                connection,
                query,
                row -> new Part(
                        Objects.requireNonNull(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)),
                schema.name());
    }
}
