package io.amanat.faults;

import io.amanat.engine.Applier;
import io.amanat.engine.EventDecoder;
import io.amanat.engine.Intake;
import io.amanat.engine.SegmentPlace;
import io.amanat.engine.Step;
import io.amanat.eventlog.LogEntry;
import io.amanat.eventlog.LogReader;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.SchemaMigration;
import io.amanat.platform.serialization.EventReader;
import io.amanat.projection.Projections;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log folded from its first event on into a fresh schema, beside the tables that the nodes have filled through all faults. */
final class Fold {
    private static final String SCHEMA = "fold";
    private static final int BATCH = 1_000;
    private static final int SHOWN_MAX = 5;

    private final JdbcClient sql;
    private final List<String> tables;

    private Fold(Server server) {
        this.sql = server.sql();
        this.tables = sql.sql("""
            select table_name from information_schema.tables
            where table_schema = 'amanat_read' and table_type = 'BASE TABLE' and table_name not in
                ('flyway_schema_history', 'projection_segments', 'projection_nodes', 'dead_letters') order by 1\
            """).query(String.class).list();
    }

    static Fold of(Server server) {
        server.sql().sql("drop schema if exists " + SCHEMA + " cascade").update();
        new SchemaMigration(server.owner()).migrateReadTables(SCHEMA);
        server.sql()
                .sql("insert into " + SCHEMA + ".projection_segments (segment, segments, position) values (0, 1, 0)")
                .update();
        try (Connection connection = server.owner().getConnection()) {
            connection.setAutoCommit(false);
            fill(connection, new LogReader(server.owner()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Fold(server);
    }

    private static void fill(Connection connection, LogReader log) throws SQLException {
        Applier applier = new Applier(
                SCHEMA,
                EventDecoder.of(EventReader.all()),
                new Projections(),
                new RowWriter(SCHEMA, Writing.IDEMPOTENT)::write);
        Intake intake = new Intake(applier, SegmentPlace.unowned(SCHEMA, 0), 1);
        long at = 0;
        List<LogEntry> entries = log.read(at, Long.MAX_VALUE, BATCH);
        while (!entries.isEmpty()) {
            if (intake.take(connection, at, entries, entries.getLast().position()) instanceof Step.Taken taken) {
                at = taken.position();
            }
            entries = log.read(at, Long.MAX_VALUE, BATCH);
        }
    }

    /** Rows that are in one of the two only, a few of each table. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (String table : tables) {
            differences.addAll(more(table, DatabaseAccess.READ_SCHEMA, SCHEMA));
            differences.addAll(more(table, SCHEMA, DatabaseAccess.READ_SCHEMA));
        }
        return differences;
    }

    long rows() {
        return tables.stream()
                .mapToLong(table -> sql.sql("select count(*) from " + DatabaseAccess.READ_SCHEMA + "." + table)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private List<String> more(String table, String schema, String other) {
        return sql.sql("select '" + schema + "." + table + " alone has ' || d::text from (select * from " + schema + "."
                        + table + " except all select * from " + other + "." + table + ") d limit " + SHOWN_MAX)
                .query(String.class)
                .list();
    }
}
