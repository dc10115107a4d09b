package io.amanat.platform.postgres;

import io.amanat.platform.postgres.EmbeddedDatabaseSettings.Durability;
import io.amanat.platform.postgres.PostgresProgram.Outcome;
import io.amanat.platform.startup.StartupProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts and stops the server process of one cluster. */
record EmbeddedServer(Path cluster, PostgresProgram program, EmbeddedDatabaseSettings settings) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);
    /** After kill -9 of the server its orphaned backends hold the shared memory until they notice. */
    private static final String OLD_BACKENDS_STILL_THERE = "pre-existing shared memory block";

    private static final int START_ATTEMPTS_MAX = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);

    /** Returns the port. */
    int start() throws IOException, InterruptedException {
        stopOrphan();
        new PostmasterFile(cluster).disownStranger();
        int port = claimPort();
        for (int attempt = 1; ; attempt++) {
            ServerLog log = ServerLog.startIn(cluster);
            Outcome outcome = program.run("pg_ctl", startArguments(log, port));
            if (outcome.succeeded()) {
                return port;
            }
            if (attempt >= START_ATTEMPTS_MAX || !log.text().contains(OLD_BACKENDS_STILL_THERE)) {
                throw new StartupProblem(
                        "PostgreSQL did not start in " + cluster + ": "
                                + ServerLog.reason(log.text().isBlank() ? outcome.output() : log.text()) + ".",
                        "Its log is " + log.file() + ".");
            }
            Thread.sleep(BETWEEN_ATTEMPTS);
        }
    }

    boolean isRunning() throws IOException {
        return new PostmasterFile(cluster).runningServer().isPresent();
    }

    /** Ends connections, writes everything out, stops. */
    void stop() {
        Outcome outcome = program.run("pg_ctl", stopArguments("fast"));
        if (!outcome.succeeded()) {
            program.run("pg_ctl", stopArguments("immediate"));
        }
    }

    /** The cluster's lock is ours, so a server that still runs belongs to an application that was killed. */
    private void stopOrphan() throws IOException {
        if (!isRunning()) {
            return;
        }
        stop();
        if (isRunning()) {
            throw new StartupProblem(
                    "A PostgreSQL of an earlier run still uses " + cluster + " and does not stop.",
                    "End it, for example with its pg_ctl stop, and start again.");
        }
    }

    private int claimPort() {
        try (ServerSocket socket = new ServerSocket(settings.port(), 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupProblem(
                    "Port " + settings.port() + " on " + LOOPBACK + ", where PostgreSQL shall listen, is in use.",
                    "Stop what uses it, or set amanat.postgres.port to a free one.",
                    e);
        }
    }

    private List<String> startArguments(ServerLog log, int port) {
        return List.of(
                "start",
                "--pgdata=" + cluster,
                "--log=" + log.file(),
                "--wait",
                "--timeout=" + settings.startTimeout().toSeconds(),
                "--options=" + String.join(" ", serverOptions(port)));
    }

    private List<String> stopArguments(String mode) {
        return List.of(
                "stop", "--pgdata=" + cluster, "--mode=" + mode, "--wait", "--timeout=" + STOP_TIMEOUT.toSeconds());
    }

    private List<String> serverOptions(int port) {
        String durable = settings.durability() == Durability.KEEP ? "on" : "off";
        List<String> options = new ArrayList<>();
        for (String setting : List.of(
                "port=" + port,
                "listen_addresses=" + LOOPBACK,
                "unix_socket_directories=",
                "fsync=" + durable,
                "synchronous_commit=" + durable,
                "full_page_writes=" + durable,
                "max_connections=60",
                "shared_buffers=" + SharedBuffers.ofThisMachine() + "MB",
                "timezone=UTC",
                // statements and row values may hold what must not stand in a log
                "log_min_messages=warning",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse")) {
            options.add("-c");
            options.add(setting);
        }
        return options;
    }
}
