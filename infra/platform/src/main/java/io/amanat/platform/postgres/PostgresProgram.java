package io.amanat.platform.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root: then it runs in a user namespace of its own. */
record PostgresProgram(Path home) {

    /** What a program printed, both streams, and how it ended. */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    Outcome run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return run(command);
    }

    private static Outcome run(List<String> command) {
        try {
            // a file, not a pipe: the server inherits the output and would keep a pipe open for as long as it lives
            Path output = Files.createTempFile("amanat-postgres-", ".out");
            try {
                ProcessBuilder builder = new ProcessBuilder(command);
                // nothing from the operator's own environment (PGDATA, PGPORT, a translated locale) may change what
                // runs
                Map<String, String> environment = builder.environment();
                environment
                        .keySet()
                        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
                environment.put("LC_ALL", "C");
                Process process = builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                int exitCode = process.waitFor();
                return new Outcome(
                        exitCode,
                        Files.readString(output, StandardCharsets.UTF_8).strip());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }
}
