package io.amanat.platform.postgres;

import io.amanat.platform.startup.StartupProblem;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a schema to the version of this build. Only the owner role can; a schema that is newer than the build is refused. */
public final class SchemaMigration {

    private static final String WRITE_TABLES = "classpath:db/migration/write";
    private static final String READ_TABLES = "classpath:db/migration/read";

    private final DataSource owner;

    public SchemaMigration(DataSource owner) {
        this.owner = owner;
    }

    /** The platform's own schema with event log and state tables, then the live read tables. */
    public void migrate() {
        run(DatabaseAccess.SCHEMA, WRITE_TABLES);
        run(DatabaseAccess.READ_SCHEMA, READ_TABLES);
    }

    /**
     * Read tables alone, in a schema of their own, which is made when it is missing: for a rebuild, a replay or a look at the past.
     *
     * @param schema a plain lower-case identifier
     */
    public void migrateReadTables(String schema) {
        if (!schema.matches("[a-z][a-z0-9_]{0,62}") || schema.equals(DatabaseAccess.SCHEMA)) {
            throw new IllegalArgumentException("not a name for a schema of read tables: " + schema);
        }
        run(schema, READ_TABLES);
    }

    private void run(String schema, String location) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(owner)
                .locations(location)
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(true)
                .cleanDisabled(true)
                .validateMigrationNaming(true);
        try {
            configuration.load().migrate();
        } catch (FlywayException e) {
            String reason = String.valueOf(e.getMessage())
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
            throw new StartupProblem(
                    "The schema " + schema + " could not be brought to the version of this build: " + reason.strip(),
                    "Nothing of the failed step was kept; the cause is in the log.",
                    e);
        }
    }
}
