package io.amanat.platform.postgres;

import io.amanat.platform.postgres.DatabaseAccess.Login;
import io.amanat.platform.startup.StartupProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A real PostgreSQL in the data folder, for when none is configured.
 *
 * <p>Its life: {@link #start} makes the data folder on the first start and keeps it from then on. One living application owns a folder
 * at a time. A server that outlived its killed application is stopped and started anew, so that nothing of the dead application lingers
 * in it; a server that was killed recovers when it starts. {@link #close} stops it after the last commit is on disk. When the
 * application is killed the server goes on running until the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final ClusterLock lock;
    private final EmbeddedServer server;
    private final int port;
    private final DatabaseAccess access;

    private EmbeddedDatabase(ClusterLock lock, EmbeddedServer server, int port, DatabaseAccess access) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.access = access;
    }

    /**
     * Returns when the server answers and the roles exist; the schema is still to be migrated.
     *
     * @throws StartupProblem for what the operator can mend: folder in use, port in use, broken or foreign data, wrong version, no room
     */
    public static EmbeddedDatabase start(EmbeddedDatabaseSettings settings) {
        try {
            ClusterLock lock = ClusterLock.take(settings.clusterFolder());
            try {
                return start(settings, lock);
            } catch (IOException | SQLException | RuntimeException | InterruptedException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException | UncheckedIOException e) {
            throw new StartupProblem(
                    "The database in " + settings.clusterFolder() + " could not be opened: " + e.getMessage() + ".",
                    "See that the data folder is writable and whole; the server's log is server.log in it.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        }
    }

    private static EmbeddedDatabase start(EmbeddedDatabaseSettings settings, ClusterLock lock)
            throws IOException, SQLException, InterruptedException {
        PostgresProgram program = new PostgresProgram(PostgresBinaries.unpackInto(settings.binariesFolder()));
        PasswordFile superuserPassword = PasswordFile.of(settings.keysFolder(), "superuser");
        // one name for one folder, so that a server which was started through a symbolic link is known again
        Path cluster = settings.clusterFolder()
                .resolveSibling(".")
                .toRealPath()
                .resolve(settings.clusterFolder().getFileName());
        new Cluster(cluster, program).prepare(superuserPassword);
        EmbeddedServer server = new EmbeddedServer(cluster, program, settings);
        int port = server.start();
        try {
            Login superuser = new Login(Cluster.SUPERUSER, superuserPassword.readOrCreate());
            DatabaseAccess access = new DatabaseAccess(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + RoleBootstrap.DATABASE,
                    login(settings, DatabaseAccess.OWNER_ROLE, "owner"),
                    login(settings, DatabaseAccess.APP_ROLE, "app"));
            new RoleBootstrap(port, superuser).run(access.owner(), access.app());
            return new EmbeddedDatabase(lock, server, port, access);
        } catch (IOException | SQLException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private static Login login(EmbeddedDatabaseSettings settings, String role, String fileName) throws IOException {
        return new Login(role, PasswordFile.of(settings.keysFolder(), fileName).readOrCreate());
    }

    public int port() {
        return port;
    }

    public DatabaseAccess access() {
        return access;
    }

    /** False after the server was killed; it is not started again before the application is. */
    public boolean isRunning() {
        try {
            return server.isRunning();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Close the connection pools first: the server ends what is still connected. */
    @Override
    public void close() {
        try (lock) {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
