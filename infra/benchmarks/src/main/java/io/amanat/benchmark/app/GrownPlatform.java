package io.amanat.benchmark.app;

import io.amanat.benchmark.postgres.BenchmarkServer;
import io.amanat.benchmark.trade.LogGenerator;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.Databases;

/** A database of the platform whose log is as long as one likes. */
public final class GrownPlatform implements AutoCloseable {

    private final String name;
    private final DatabaseAccess access;
    private final Databases databases;
    private final LogGenerator log;

    public GrownPlatform(BenchmarkServer server, String name, int people) {
        this.name = name;
        access = server.freshDatabase(name);
        databases = Databases.connect(access);
        log = LogGenerator.ofTrades(databases.owner(), people);
    }

    /**
     * While no platform runs on it. Sagas and custody begin behind the last event. The read tables show the new events only after a rebuild.
     *
     * @see LogGenerator#growTo
     */
    public void growTo(long last) {
        log.growTo(last);
        LogSeen.upTo(databases.owner(), last);
    }

    public String name() {
        return name;
    }

    public DatabaseAccess access() {
        return access;
    }

    /** Connections apart from the platform's own, for whoever watches. */
    public Databases databases() {
        return databases;
    }

    @Override
    public void close() {
        databases.close();
    }
}
