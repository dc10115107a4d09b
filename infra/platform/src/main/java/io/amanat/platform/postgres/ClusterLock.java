package io.amanat.platform.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.amanat.platform.startup.StartupProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Held by the living application that uses a data folder. The operating system drops it when the application dies, however it dies, so
 * a server that runs while nobody holds the lock is an orphan.
 */
final class ClusterLock implements AutoCloseable {

    private final FileChannel channel;

    private ClusterLock(FileChannel channel) {
        this.channel = channel;
    }

    static ClusterLock take(Path cluster) throws IOException {
        Path file = cluster.resolveSibling(cluster.getFileName() + ".lock");
        Files.createDirectories(file.resolveSibling("."));
        FileChannel channel = FileChannel.open(file, CREATE, WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartupProblem(
                    "Another Amanat is running with the data folder " + cluster + ".",
                    "Stop it first, or give this one another data folder.");
        }
        return new ClusterLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
