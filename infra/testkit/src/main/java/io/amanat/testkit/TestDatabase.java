package io.amanat.testkit;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh, migrated database on this JVM's PostgreSQL, for one test class.
 *
 * <p>Roles log in without a password here. A crash may lose what was committed: whoever tests durability starts the platform's own
 * embedded database.
 */
public final class TestDatabase implements AutoCloseable {

    private final TestServer server;
    private final String name;

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Outside of JUnit's extension; the caller closes it. */
    public static TestDatabase create() {
        return TestServer.shared().createDatabase();
    }

    /** As {@code amanat_owner}: may do anything to the schema. Not pooled. */
    public DataSource owner() {
        return server.source(name, "amanat_owner");
    }

    /** As {@code amanat_app}: what the platform runs as. Not pooled. */
    public DataSource app() {
        return server.source(name, "amanat_app");
    }

    /** Statements as {@code amanat_app}, each in a transaction of its own. */
    public JdbcClient jdbc() {
        return JdbcClient.create(app());
    }

    /** For {@code spring.datasource.url}. */
    public String url() {
        return server.url(name);
    }

    /** Drops the database, ending what is still connected. */
    @Override
    public void close() {
        server.dropDatabase(name);
    }
}
