package io.amanat.platform.postgres;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the embedded server lives and how it runs.
 *
 * @param clusterFolder the server's data; created on first start, kept between starts
 * @param keysFolder where the generated passwords of the roles are kept, readable by their owner only
 * @param binariesFolder where the server's programs are unpacked to, once per version
 * @param port on 127.0.0.1; 0 picks a free one at every start
 * @param durability whether a commit survives a crash of the machine
 * @param startTimeout how long the server may take to start, crash recovery included
 */
public record EmbeddedDatabaseSettings(
        Path clusterFolder,
        Path keysFolder,
        Path binariesFolder,
        int port,
        Durability durability,
        Duration startTimeout) {

    public static final int DEFAULT_PORT = 5433;

    private static final Duration DEFAULT_START_TIMEOUT = Duration.ofMinutes(2);

    /** {@code THROWAWAY} is for tests only: fast, and a crash of the machine may corrupt the data. */
    public enum Durability {
        KEEP,
        THROWAWAY
    }

    /** The platform's folders under its data folder: {@code postgres}, {@code keys}, {@code postgres-binaries}. */
    public static EmbeddedDatabaseSettings in(Path dataFolder, int port) {
        Path root = dataFolder.toAbsolutePath().normalize();
        return new EmbeddedDatabaseSettings(
                root.resolve("postgres"),
                root.resolve("keys"),
                root.resolve("postgres-binaries"),
                port,
                Durability.KEEP,
                DEFAULT_START_TIMEOUT);
    }

    public EmbeddedDatabaseSettings withBinariesFolder(Path folder) {
        return new EmbeddedDatabaseSettings(clusterFolder, keysFolder, folder, port, durability, startTimeout);
    }

    public EmbeddedDatabaseSettings withDurability(Durability other) {
        return new EmbeddedDatabaseSettings(clusterFolder, keysFolder, binariesFolder, port, other, startTimeout);
    }
}
