package io.amanat.platform.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.amanat.platform.postgres.DatabaseAccess.Login;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The two ways into the database: {@link #owner()} for migrations and for making schemas, {@link #app()} for everything else.
 *
 * <p>On the app's connections the server ends a statement after 15 s, a wait for a lock after 5 s and a transaction after 60 s (see
 * {@code db/bootstrap/roles.sql}); whoever needs longer pages. A server that says nothing for 20 s counts as gone: its connection is
 * given up, and who waited for it is told.
 */
public final class Databases implements AutoCloseable {

    private static final int POOL_SIZE_MAX = 20;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(5);

    /** Above the server's own limit of a statement: only a server that stands still, or is cut off, is silent for longer. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(20);

    private final DataSource owner;
    private final HikariDataSource app;

    private Databases(DataSource owner, HikariDataSource app) {
        this.owner = owner;
        this.app = app;
    }

    /**
     * Checks that the server, its version and both roles are as needed; opens the pool.
     *
     * @throws io.amanat.platform.startup.StartupProblem if not
     */
    public static Databases connect(DatabaseAccess access) {
        DataSource owner = source(access, access.owner(), "amanat-owner", DatabaseAccess.SCHEMA);
        PGSimpleDataSource app =
                source(access, access.app(), "amanat", DatabaseAccess.SCHEMA + "," + DatabaseAccess.READ_SCHEMA);
        app.setSocketTimeout(Math.toIntExact(SILENCE_MAX.toSeconds()));
        ServerCheck check = new ServerCheck(access.url());
        check.ownerFits(owner, access.owner());
        check.appFits(app, access.app());
        return new Databases(owner, pool(app));
    }

    /** Not pooled. */
    public DataSource owner() {
        return owner;
    }

    public HikariDataSource app() {
        return app;
    }

    @Override
    public void close() {
        app.close();
    }

    private static PGSimpleDataSource source(
            DatabaseAccess access, Login login, String applicationName, String searchPath) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(login.role());
        source.setPassword(login.password());
        source.setApplicationName(applicationName);
        source.setCurrentSchema(searchPath);
        source.setReWriteBatchedInserts(true);
        // a string parameter takes the column's type: enums and jsonb need no cast, in whatever schema their type is
        source.setStringType("unspecified");
        source.setTcpKeepAlive(true);
        return source;
    }

    private static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("amanat");
        config.setDataSource(source);
        config.setMaximumPoolSize(POOL_SIZE_MAX);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        return new HikariDataSource(config);
    }
}
