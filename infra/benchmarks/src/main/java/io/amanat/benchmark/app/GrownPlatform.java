package io.amanat.benchmark.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.amanat.benchmark.postgres.BenchmarkServer;
import io.amanat.benchmark.trade.LogGenerator;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.Databases;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of the platform whose log is as long as one likes. */
public final class GrownPlatform implements AutoCloseable {

    /** Few: the server has connections for one platform and for pgbench, and not for much more. */
    private static final int WATCHERS_MAX = 3;

    private final String name;
    private final DatabaseAccess access;
    private final DataSource owner;
    private final HikariDataSource watchers;
    private final LogGenerator log;

    public GrownPlatform(BenchmarkServer server, String name, int people) {
        this.name = name;
        access = server.freshDatabase(name);
        try (Databases databases = Databases.connect(access)) {
            owner = databases.owner();
        }
        watchers = watchers(access);
        log = LogGenerator.ofTrades(owner, people);
    }

    /**
     * While no platform runs on it. Sagas and custody begin behind the last event. The read tables show the new events only after a
     * rebuild.
     *
     * @see LogGenerator#growTo
     */
    public void growTo(long last) {
        log.growTo(last);
        LogSeen.upTo(owner, last);
    }

    public String name() {
        return name;
    }

    public DatabaseAccess access() {
        return access;
    }

    /** Apart from the platform's own connections and with the app's rights, for whoever watches. */
    public DataSource watchers() {
        return watchers;
    }

    @Override
    public void close() {
        watchers.close();
    }

    private static HikariDataSource watchers(DatabaseAccess access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.app().role());
        source.setPassword(access.app().password());
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(WATCHERS_MAX);
        return new HikariDataSource(config);
    }
}
