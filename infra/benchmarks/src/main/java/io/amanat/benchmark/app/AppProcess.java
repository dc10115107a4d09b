package io.amanat.benchmark.app;

import io.amanat.platform.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The platform as a process of its own, on a database that is there already and without a chain. */
public final class AppProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    private static final String UP = "Amanat is up.";

    private final Process process;
    private final URI api;
    private final double startSeconds;

    private AppProcess(Process process, URI api, double startSeconds) {
        this.process = process;
        this.api = api;
        this.startSeconds = startSeconds;
    }

    /**
     * Returns when it says that it is up.
     *
     * @throws IllegalStateException with its last words when it ends before
     */
    public static AppProcess start(DatabaseAccess access, Path dataFolder) {
        int port = freePort();
        Path output = dataFolder.resolveSibling(dataFolder.getFileName() + ".out");
        try {
            Files.createDirectories(dataFolder);
            ProcessBuilder builder = new ProcessBuilder(command(dataFolder, port))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            // not on the command line, where everybody on the machine could read them
            builder.environment().put("AMANAT_POSTGRES_URL", access.url());
            builder.environment()
                    .put("AMANAT_POSTGRES_OWNERPASSWORD", access.owner().password());
            builder.environment()
                    .put("AMANAT_POSTGRES_APPPASSWORD", access.app().password());
            long launched = System.nanoTime();
            Process process = builder.start();
            LivePlatform.await(
                    () -> !process.isAlive() || read(output).contains(UP), START_TIMEOUT, "the platform was not up");
            double seconds = (System.nanoTime() - launched) / 1e9;
            if (!process.isAlive()) {
                throw new IllegalStateException("the platform did not start:\n" + read(output));
            }
            return new AppProcess(process, URI.create("http://127.0.0.1:" + port), seconds);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI api() {
        return api;
    }

    /** From the launch of the process until it can be used; the database was running. */
    public double startSeconds() {
        return startSeconds;
    }

    /** Of the process's memory, what is in the machine's: heap, code, threads and everything else. 0 where that cannot be told. */
    public double residentMebibytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                ? read(status)
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path dataFolder, int port) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.amanat.app.AmanatApplication",
                "--amanat.data-folder=" + dataFolder,
                "--amanat.chain.local.enabled=false",
                "--server.port=" + port);
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
