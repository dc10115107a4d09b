package io.amanat.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole platform as a process of its own, as a stranger starts it: it can be killed at any moment. */
final class RunningPlatform implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final int STOP_SECONDS_MAX = 120;
    private static final String UP = "Amanat is up.";

    private final Path folder;
    private final int httpPort = freePort();
    private final int postgresPort = freePort();
    private final int chainPort = freePort();
    private final Supplier<List<String>> jvm;
    private final List<String> arguments;
    private int starts;
    private @Nullable Process process;

    RunningPlatform(Path folder, String... arguments) {
        this(() -> StartCache.shared().arguments(), folder, List.of(arguments));
    }

    private RunningPlatform(Supplier<List<String>> jvm, Path folder, List<String> arguments) {
        this.jvm = jvm;
        this.folder = folder;
        this.arguments = arguments;
    }

    /**
     * With other arguments for the JVM than the usual ones.
     *
     * @param jvm the class path among them
     */
    static RunningPlatform under(List<String> jvm, Path folder) {
        return new RunningPlatform(() -> jvm, folder, List.of());
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    URI rpc() {
        return URI.create("http://127.0.0.1:" + chainPort);
    }

    Path dataFolder() {
        return folder.resolve("data");
    }

    /** The app's role, to look at the tables. */
    JdbcClient jdbc() {
        DriverManagerDataSource source = new DriverManagerDataSource(url(), "amanat_app", password("app"));
        return JdbcClient.create(source);
    }

    /** The tables' owner, to break something. */
    JdbcClient ownerJdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url(), "amanat_owner", password("owner")));
    }

    /** Returns when it says that it is up. */
    void start() {
        launch();
        Awaitility.await("the platform to be up")
                .atMost(START_TIMEOUT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> output().contains(UP) || !running().isAlive());
        if (!output().contains(UP)) {
            throw new IllegalStateException("the platform did not start:\n" + output());
        }
    }

    /** Returns at once. */
    void launch() {
        starts++;
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm.get());
        command.addAll(List.of(
                "io.amanat.app.AmanatApplication",
                "--amanat.data-folder=" + dataFolder(),
                "--server.port=" + httpPort,
                "--amanat.postgres.port=" + postgresPort,
                "--amanat.chain.local.port=" + chainPort,
                "--amanat.chain.local.block-time=300ms",
                "--amanat.chain.poll-interval=200ms",
                "--amanat.api.idempotency-lease-seconds=2"));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output(starts).toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the current process has said so far. */
    String output() {
        try {
            return Files.exists(output(starts)) ? Files.readString(output(starts)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every process of this platform has said. */
    List<String> allOutput() {
        List<String> lines = new ArrayList<>();
        for (int start = 1; start <= starts; start++) {
            try {
                lines.addAll(Files.readAllLines(output(start)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    /** The structured log, of every process. */
    String log() {
        try {
            return Files.readString(dataFolder().resolve("logs/amanat.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kill -9 of the app; database and chain go on running. */
    void kill() {
        running().destroyForcibly();
        await(running());
    }

    /** Kill -9 of the embedded PostgreSQL, all of its processes. */
    void killPostgres() {
        postmaster().ifPresent(postmaster -> {
            List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
            postmaster.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            Awaitility.await("postgres to be gone")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !postmaster.isAlive());
        });
    }

    /** As Ctrl-C does. */
    int stop() {
        running().destroy();
        await(running());
        return running().exitValue();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            long pid = Long.parseLong(Files.readAllLines(dataFolder().resolve("postgres/postmaster.pid"))
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid);
        } catch (IOException stopped) {
            return Optional.empty();
        }
    }

    private Path output(int start) {
        return folder.resolve("platform-" + start + ".log");
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/amanat?currentSchema=amanat,amanat_read";
    }

    private String password(String role) {
        try {
            return Files.readString(dataFolder().resolve("keys/postgres-" + role + ".password"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when the owner cannot be reached with the app's password: a check that the roles are two. */
    boolean appRoleIsNotOwner() {
        try (var connection = DriverManager.getConnection(url(), "amanat_owner", password("app"))) {
            return connection.isClosed();
        } catch (SQLException refused) {
            return true;
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the platform did not stop within " + STOP_SECONDS_MAX + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
