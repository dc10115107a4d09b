package io.amanat.engine.job;

import io.amanat.platform.postgres.SchemaMigration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A schema of read tables that a job fills. What must outlive the process that fills it stands in its table {@code fill_notes}: by which
 * version of the projections it is filled, and what was taken down for speed and is to be put back.
 */
final class FreshSchema {
    static final String NOTES = "fill_notes";

    private final DataSource owner;
    private final String name;

    FreshSchema(DataSource owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    String name() {
        return name;
    }

    String notes() {
        return name + "." + NOTES;
    }

    /**
     * Makes it when it is not there. Tables that another version of the projections or the schema has begun are thrown away.
     *
     * @param version of the projections
     * @param careful keep every constraint while filling
     * @return whether it is empty now
     */
    boolean prepare(String version, boolean careful) throws SQLException {
        String begun = begunBy();
        if (begun != null && !begun.equals(version)) {
            drop(owner, name);
            begun = null;
        }
        if (begun == null) {
            drop(owner, name);
            new SchemaMigration(owner).migrateReadTables(name);
            try (Connection connection = owner.getConnection()) {
                connection.setAutoCommit(false);
                Sql.run(
                        connection,
                        "create table " + notes() + " (id integer generated always as identity primary key,"
                                + " kind text not null, name text not null, put_back text)");
                Sql.update(connection, "insert into " + notes() + " (kind, name) values ('version', ?)", version);
                if (careful) {
                    Sql.update(connection, "insert into " + notes() + " (kind, name) values ('careful', 'careful')");
                }
                segments(connection, 1, 0);
                connection.commit();
            }
            return true;
        }
        return false;
    }

    boolean careful(Connection connection) throws SQLException {
        return Sql.one(connection, "select 1 from " + notes() + " where kind = 'careful'", row -> true) != null;
    }

    /** The version that it was begun with; absent when there is no such schema, or only a part of it. */
    private @Nullable String begunBy() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            Boolean there = Sql.one(connection, "select to_regclass(?) is not null", row -> row.getBoolean(1), notes());
            return Boolean.TRUE.equals(there)
                    ? Sql.one(
                            connection,
                            "select name from " + notes() + " where kind = 'version'",
                            row -> row.getString(1))
                    : null;
        }
    }

    /** Replaces the segments by {@code count}, all of them at {@code position}. */
    void segments(Connection connection, int count, long position) throws SQLException {
        Sql.run(connection, "delete from " + name + ".projection_segments");
        Sql.update(
                connection,
                "insert into " + name + ".projection_segments (segment, segments, position)"
                        + " select n, ?, ? from generate_series(0, ? - 1) n",
                count,
                position,
                count);
    }

    /** Every segment's position, by segment. */
    static List<Long> positions(Connection connection, String schema, String locking) throws SQLException {
        return Sql.all(
                connection,
                "select position from " + schema + ".projection_segments order by segment " + locking,
                row -> row.getLong(1));
    }

    long parked(Connection connection) throws SQLException {
        return Objects.requireNonNull(
                Sql.one(connection, "select count(*) from " + name + ".dead_letters", row -> row.getLong(1)));
    }

    static void drop(DataSource owner, String name) throws SQLException {
        if (!name.matches("(rb|ar|tt|old)_[0-9a-f]{16}")) {
            throw new IllegalArgumentException("no schema of a job: " + name);
        }
        try (Connection connection = owner.getConnection()) {
            Sql.run(connection, "set client_min_messages = warning");
            Sql.run(connection, "drop schema if exists " + name + " cascade");
        }
    }
}
