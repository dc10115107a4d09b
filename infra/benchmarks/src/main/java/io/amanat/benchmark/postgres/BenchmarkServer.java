package io.amanat.benchmark.postgres;

import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.DatabaseAccess.Login;
import io.amanat.platform.postgres.Databases;
import io.amanat.platform.postgres.EmbeddedDatabase;
import io.amanat.platform.postgres.EmbeddedDatabaseSettings;
import io.amanat.platform.postgres.SchemaMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The platform's own embedded PostgreSQL on a fresh cluster, as durable as in production. Everything that is measured in a run is
 * measured on it, each part in a database of its own.
 */
public final class BenchmarkServer implements AutoCloseable {

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedDatabase server;
    private final Login superuser;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BenchmarkServer(EmbeddedDatabase server, Login superuser) {
        this.server = server;
        this.superuser = superuser;
    }

    /**
     * Deletes what an earlier run has left in {@code folder}, then starts with an empty, migrated database.
     *
     * @throws io.amanat.platform.startup.StartupProblem when the server cannot start
     * @throws IllegalStateException when the server would lose a commit in a crash: such figures are worth nothing
     */
    public static BenchmarkServer start(Path folder) {
        EmbeddedDatabaseSettings settings = EmbeddedDatabaseSettings.in(folder, 0);
        try {
            FileSystemUtils.deleteRecursively(settings.clusterFolder());
            FileSystemUtils.deleteRecursively(settings.keysFolder());
            Files.createDirectories(folder);
            EmbeddedDatabase started = EmbeddedDatabase.start(settings);
            Path password = settings.keysFolder().resolve("postgres-superuser.password");
            Login superuser = new Login("postgres", Files.readString(password).strip());
            BenchmarkServer server = new BenchmarkServer(started, superuser);
            // also when somebody has seen enough and presses Ctrl-C
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.checkDurability();
            try (Databases databases = Databases.connect(started.access())) {
                new SchemaMigration(databases.owner()).migrate();
            }
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A new database that is as empty as the platform's on its first start. */
    public DatabaseAccess freshDatabase(String name) {
        JdbcClient admin = JdbcClient.create(as(superuser, "postgres", "public"));
        admin.sql("create database " + name + " template amanat").update();
        admin.sql("grant create on database " + name + " to " + DatabaseAccess.OWNER_ROLE)
                .update();
        DatabaseAccess main = server.access();
        return new DatabaseAccess(url(name), main.owner(), main.app());
    }

    /** A new schema with nothing in it, in a database of its own, for what is not the platform's. */
    public DataSource freshSchema(String name) {
        JdbcClient.create(as(superuser, "postgres", "public"))
                .sql("create database " + name)
                .update();
        JdbcClient.create(as(superuser, name, "public"))
                .sql("create schema " + name)
                .update();
        return as(superuser, name, name);
    }

    /** As somebody who may do everything, for preparing and for looking. */
    public DataSource superuser(String database, String schema) {
        return as(superuser, database, schema);
    }

    /**
     * Ends what filling has begun, so that the next figure does not pay for it: writes all changed pages out and waits until no
     * autovacuum is under way. Whoever waits here for {@code atMost} goes on anyway.
     */
    public void settle(Duration atMost) {
        JdbcClient admin = JdbcClient.create(as(superuser, "postgres", "public"));
        admin.sql("checkpoint").update();
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end && vacuums(admin) > 0) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        admin.sql("checkpoint").update();
    }

    private static int vacuums(JdbcClient admin) {
        return admin.sql("select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'")
                .query(Integer.class)
                .single();
    }

    /** How pgbench gets in. */
    Login superuser() {
        return superuser;
    }

    int port() {
        return server.port();
    }

    /** One line for the notes: the version, and the settings that decide what a commit costs. */
    public String words() {
        return Stream.concat(Stream.of("server_version", "shared_buffers", "max_wal_size"), DURABILITY.stream())
                .map(name -> name + "=" + setting(name))
                .collect(Collectors.joining(", ", "PostgreSQL: ", ""));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.close();
        }
    }

    private void checkDurability() {
        for (String name : DURABILITY) {
            if (!setting(name).equals("on")) {
                throw new IllegalStateException(name + " is " + setting(name));
            }
        }
    }

    private String setting(String name) {
        return JdbcClient.create(as(superuser, "postgres", "public"))
                .sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private DataSource as(Login login, String database, String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(login.role());
        source.setPassword(login.password());
        source.setCurrentSchema(schema);
        return source;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }
}
