package io.amanat.faults;

import static org.awaitility.Awaitility.await;

import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.EmbeddedDatabase;
import io.amanat.platform.postgres.EmbeddedDatabaseSettings;
import io.amanat.platform.postgres.SchemaMigration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The platform's own PostgreSQL, with durable commits, that can be killed, frozen and started again on the same port. */
final class Server implements AutoCloseable {
    private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();

    private final EmbeddedDatabaseSettings settings;
    private EmbeddedDatabase database;

    private Server(EmbeddedDatabaseSettings settings) {
        this.settings = settings;
        this.database = EmbeddedDatabase.start(settings);
    }

    /** With the schema of this build. */
    static Server start(Path folder) {
        Server server =
                new Server(EmbeddedDatabaseSettings.in(folder, freePort()).withBinariesFolder(BINARIES));
        new SchemaMigration(server.owner()).migrate();
        return server;
    }

    DatabaseAccess access() {
        return database.access();
    }

    int port() {
        return database.port();
    }

    DataSource owner() {
        return source(access().owner().role(), access().owner().password());
    }

    JdbcClient sql() {
        return JdbcClient.create(owner());
    }

    JdbcClient superuser() {
        try {
            String password = Files.readString(settings.keysFolder().resolve("postgres-superuser.password"));
            return JdbcClient.create(source("postgres", password.strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataSource source(String role, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access().url());
        source.setUser(role);
        source.setPassword(password);
        source.setCurrentSchema(DatabaseAccess.SCHEMA + "," + DatabaseAccess.READ_SCHEMA);
        return source;
    }

    /** The postmaster first, then its sessions at once, or when they notice by themselves. */
    void kill(boolean sessionsToo) {
        List<ProcessHandle> sessions = postmaster().children().toList();
        Signals.kill(postmaster());
        if (sessionsToo) {
            sessions.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Returns when it has recovered. */
    void restart() {
        database.close();
        database = EmbeddedDatabase.start(settings);
    }

    void freeze() {
        Signals.freeze(Stream.of(postmaster()));
        Signals.freeze(postmaster().children());
    }

    void thaw() {
        Signals.thaw(Stream.concat(postmaster().children(), Stream.of(postmaster())));
    }

    /** How often its log has a line with these words since it was started last. */
    long logged(String words) {
        try (Stream<String> lines = Files.lines(settings.clusterFolder().resolve("server.log"))) {
            return lines.filter(line -> line.contains(words)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle postmaster() {
        try (Stream<String> lines = Files.lines(settings.clusterFolder().resolve("postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitProjected(Duration atMost) {
        await().atMost(atMost)
                .ignoreExceptions()
                .until(() -> sql().sql("""
                    select (select min(position) from amanat_read.projection_segments) = last_position from event_log_head\
                    """).query(Boolean.class).single());
    }

    @Override
    public void close() {
        database.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
