package io.amanat.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** The one PostgreSQL of this JVM, with a migrated template that every test database is a copy of. */
final class TestServer {

    private static final String TEMPLATE = "amanat_template";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final EmbeddedPostgres postgres;

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    private static final class Holder {
        private static final TestServer SERVER = start();
    }

    static TestServer shared() {
        return Holder.SERVER;
    }

    TestDatabase createDatabase() {
        String name = "test_" + NEXT.incrementAndGet();
        execute("postgres", "create database " + name + " template " + TEMPLATE + " owner amanat_owner");
        return new TestDatabase(this, name);
    }

    void dropDatabase(String name) {
        execute("postgres", "drop database if exists " + name + " with (force)");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database
                + "?currentSchema=amanat,amanat_read";
    }

    DataSource source(String database, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(role);
        source.setReWriteBatchedInserts(true);
        source.setStringType("unspecified");
        return source;
    }

    private static TestServer start() {
        try {
            TestServer server = new TestServer(EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("timezone", "UTC")
                    .start());
            server.execute("postgres", "create database " + TEMPLATE);
            server.execute(TEMPLATE, resource("/db/bootstrap/roles.sql"));
            server.migrate("amanat", "classpath:db/migration/write");
            server.migrate("amanat_read", "classpath:db/migration/read");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void migrate(String schema, String location) {
        Flyway.configure()
                .dataSource(source(TEMPLATE, "amanat_owner"))
                .locations(location)
                .defaultSchema(schema)
                .schemas(schema)
                .load()
                .migrate();
    }

    private void execute(String database, String sql) {
        try (Connection connection = source(database, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = TestServer.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
